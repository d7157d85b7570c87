package no.avstemt.application.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.posting.Granularities;
import no.avstemt.domain.posting.Spans;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Period;

/** How much a journal entry from Vipps holds, and which dates of a ledger were booked together. */
public interface GranularityStore {

    Granularities chosen(ClientAccountId client);

    /** Instead of every choice from its date on. */
    void choose(ClientAccountId client, Granularities.Choice choice);

    /** Ledger dates of the period on which Vipps scheduled a payout. */
    Set<LocalDate> payoutDates(ClientAccountId client, LedgerId ledger, Period dates);

    /** Writes down dates that are booked together; what is known is left alone. */
    void add(ClientAccountId client, LedgerId ledger, List<Period> spans);

    /** Those that have any date of the period. */
    Spans spans(ClientAccountId client, LedgerId ledger, Period dates);

    /** Of a ledger that nothing is booked for. */
    void forgetSpans(ClientAccountId client, LedgerId ledger);

    /** Dates up to this one are complete, and what of them is not booked waits for its span to close. */
    void waitsTo(ClientAccountId client, LedgerId ledger, LocalDate date);
}
