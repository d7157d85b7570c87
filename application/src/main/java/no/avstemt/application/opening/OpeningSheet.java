package no.avstemt.application.opening;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.settlement.LedgerId;

/**
 * Opening balances as they would be posted, or are.
 *
 * @param date the client account's start date
 * @param faults of what was given; with any, nothing can be posted
 * @param missingRates of ledgers with something at Vipps that nothing says the kroner of; with any, nothing can be posted
 * @param posted the entry that stands, whatever was asked for now
 */
public record OpeningSheet(
        LocalDate date,
        List<Row> rows,
        List<OpeningFault> faults,
        List<MissingRate> missingRates,
        Optional<EntryRef> posted) {

    public OpeningSheet {
        missingRates = List.copyOf(missingRates);
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /**
     * @param fromVipps whether it was worked out from what Vipps tells
     * @param atVipps what Vipps tells of it, øre in ledger sign, where Vipps tells anything
     */
    public record Row(Account account, OpeningLine line, boolean fromVipps, Optional<Long> atVipps) {}

    /** @param day whose rate it is: the day before the books begin, or one of the seven before it */
    public record MissingRate(LedgerId ledger, Currency currency, LocalDate day) {}

    /** Øre, debit less credit: what the list lacks, with the opposite sign. */
    public long difference() {
        return rows.stream().mapToLong(row -> row.line().amount()).reduce(0, Math::addExact);
    }

    public boolean isPostable() {
        return faults.isEmpty() && missingRates.isEmpty() && difference() == 0 && posted.isEmpty() && !rows.isEmpty();
    }
}
