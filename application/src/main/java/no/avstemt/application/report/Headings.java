package no.avstemt.application.report;

import java.util.List;
import java.util.function.Consumer;
import no.avstemt.application.report.Books.Place;

/** What lines stand under in a report, and where the posted ones of each are. */
interface Headings {

    /** Those with lines in the period or a balance before it, in the order of the report. */
    List<LedgerAccount> read();

    /**
     * Where a posted line is, and what is moved before it in the period.
     *
     * @param lines how many posted lines come before it; fewer than there are
     */
    Place place(LedgerAccount account, long lines);

    /** The posted lines of each piece, one piece after the other. */
    void lines(List<Piece> pieces, Consumer<LedgerLine> each);

    /**
     * Posted lines that follow each other.
     *
     * @param before how many come before them, and where they begin if that is not at the period's first
     * @param lines how many; never 0
     */
    record Piece(LedgerAccount account, long before, long lines) {}
}
