package no.avstemt.application.report;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.domain.time.Period;

/**
 * Which lines a report over lines is about.
 *
 * @param resultFrom,accountCodes,search as {@link Books.BalanceQuery}
 * @param taxCodes empty for all lines, with a tax code and without
 * @param reconciledToo lines that are reconciled in full at the end of the period
 * @param cancelledToo entries that are reversed, and those that reverse
 * @param draftsToo whether a report adds lines of drafts to them
 */
public record LineQuery(
        ClientAccountId client,
        Period period,
        LocalDate resultFrom,
        Set<String> accountCodes,
        Set<String> taxCodes,
        DimensionFilter dimensions,
        Optional<String> search,
        boolean reconciledToo,
        boolean cancelledToo,
        boolean draftsToo) {

    public LineQuery {
        accountCodes = Set.copyOf(accountCodes);
        taxCodes = Set.copyOf(taxCodes);
    }

    /** Every posted line of the period on these accounts; on all when none is named. */
    public static LineQuery of(ClientAccountId client, Period period, FiscalYear fiscalYear, Set<String> accountCodes) {
        return new LineQuery(
                client,
                period,
                fiscalYear.start(period.first()),
                accountCodes,
                Set.of(),
                DimensionFilter.NONE,
                Optional.empty(),
                true,
                true,
                false);
    }

    /** Whether the counters tell how many lines there are; else the lines themselves must be looked at. */
    public boolean isCounted() {
        return search.isEmpty() && reconciledToo && cancelledToo;
    }
}
