package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.Optional;

/** What can be asked of a stream of a ledger. */
interface ReportAnswers {

    Answer feed(Optional<String> cursor);

    Answer byDate(LocalDate date, Optional<String> cursor);

    /** Of the Sales API, which can also be asked for an order or a transaction. */
    interface OfSales extends ReportAnswers {

        Answer byReference(String reference, String path);

        Answer byPspReference(String pspReference, String path);
    }
}
