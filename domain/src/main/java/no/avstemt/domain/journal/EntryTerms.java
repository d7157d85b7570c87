package no.avstemt.domain.journal;

import java.time.LocalDate;
import java.util.Optional;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.ChartOfAccounts;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.journal.EntryFault.Reason;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.domain.time.Period;

/**
 * What the settings of a client account say of what a person or program may write.
 *
 * @param dates that an entry can have; one beyond them was mistyped
 * @param accounts where tax is booked
 */
public record EntryTerms(Period dates, VatRegistration vat, TaxAccounts accounts) {

    private static final int YEARS_BEFORE_START = 10;

    /** From ten years before the books began to the end of the next fiscal year. */
    public static EntryTerms of(ClientAccount account, ChartOfAccounts chart, LocalDate today) {
        FiscalYear years = account.fiscalYear();
        LocalDate latest = account.startDate().isAfter(today) ? account.startDate() : today;
        Period next = years.period(years.of(latest) + 1);
        return new EntryTerms(
                new Period(account.startDate().minusYears(YEARS_BEFORE_START), next.last()),
                account.vat(),
                TaxAccounts.of(chart.roles()));
    }

    public Optional<EntryFault> fault(LocalDate date) {
        return dates.contains(date) ? Optional.empty() : Optional.of(outside(date, dates));
    }

    static EntryFault outside(LocalDate date, Period dates) {
        return EntryFault.of(
                0,
                "posting_date",
                Reason.DATE_OUT_OF_RANGE,
                date.toString(),
                dates.first().toString(),
                dates.last().toString());
    }

    /** Whether a line with the code can stand on the account. A code that is tax alone has one account of its own. */
    boolean suits(TaxCode code, AccountCode account) {
        return code.calculation() == TaxCode.Calculation.ALONE
                ? code.tax().flatMap(accounts::of).filter(account::equals).isPresent()
                : code.suits(account);
    }

    /** Output tax and deduction are booked by those who are, or have been, in the VAT register. */
    public Optional<EntryFault> fault(int lineNo, AccountCode account, LocalDate date) {
        return accounts.ofRegistered().contains(account) && !vat.hasBegunOn(date)
                ? Optional.of(EntryFault.of(
                        lineNo,
                        "account_code",
                        Reason.VAT_ACCOUNT_NEEDS_REGISTRATION,
                        account.digits(),
                        date.toString()))
                : Optional.empty();
    }

    Optional<EntryFault> fault(int lineNo, TaxCode code, LocalDate date) {
        return code.isOfRegistered() && !vat.holdsOn(date)
                ? Optional.of(EntryFault.of(
                        lineNo, "tax_code", Reason.TAX_CODE_NEEDS_REGISTRATION, code.code(), date.toString()))
                : Optional.empty();
    }
}
