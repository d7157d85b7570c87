package no.avstemt.domain.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.ChartOfAccounts;
import no.avstemt.domain.chart.SaftGrouping;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.domain.time.Period;
import org.junit.jupiter.api.Test;

/** Dates and tax codes that a client account's settings do not allow. */
class EntryTermsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 14);
    private static final VatRegistration ALWAYS = VatRegistration.ALWAYS;
    private static final Period DATES = new Period(DAY.minusYears(10), DAY.plusYears(1));

    private static final Map<AccountRole, AccountCode> TAX = Stream.of(AccountRole.values())
            .filter(role -> role.kind() == AccountRole.Kind.VAT)
            .collect(Collectors.toMap(Function.identity(), AccountRole::defaultAccount));

    /** Whether each code, of purchases and of sales, is taken of a client account that is not in the VAT register. */
    private static final String WITHOUT_REGISTRATION = """
            taken   | 0 20 21 22 82 84 85 87 89 92    | 5 51 52 6 7
            refused | 1 11 12 13 14 15 81 83 86 88 91 | 3 31 32 33
            """;

    @Test
    void a_date_that_the_books_are_nowhere_near_is_refused_and_may_wait_as_a_draft() {
        for (LocalDate far :
                List.of(DAY.minusYears(10).minusDays(1), DAY.plusYears(1).plusDays(1))) {
            EntryDraft draft = bought(far, "0");

            assertEquals(
                    "0 DATE_OUT_OF_RANGE " + far + " 2016-02-14 2027-02-14",
                    told(rules(ALWAYS).faults(draft)));
            assertEquals("", told(rules(ALWAYS).faultsOfDraft(draft)));
        }
        assertEquals("", told(rules(ALWAYS).faults(bought(DAY.minusYears(10), "0"))));
        assertEquals("", told(rules(ALWAYS).faults(bought(DAY.plusYears(1), "0"))));
    }

    @Test
    void codes_that_give_output_tax_or_deduction_are_for_those_who_are_registered() {
        VatRegistration begins = new VatRegistration(true, Optional.of(DAY.plusDays(1)), Optional.empty());
        VatRegistration ended = new VatRegistration(true, Optional.empty(), Optional.of(DAY.minusDays(1)));
        for (String row : WITHOUT_REGISTRATION.lines().toList()) {
            String[] cells = row.split("\\|");
            for (int side = 1; side <= 2; side++) {
                for (String code : cells[side].strip().split(" ")) {
                    EntryDraft draft = side == 1 ? bought(DAY, code) : sold(DAY, code);
                    String fault = "1 TAX_CODE_NEEDS_REGISTRATION " + code + " " + DAY;
                    for (VatRegistration vat : List.of(VatRegistration.NONE, begins, ended)) {
                        String told = told(rules(vat).faults(draft));
                        boolean isTaken = cells[0].startsWith("taken");
                        assertEquals(isTaken, told.isEmpty(), code + ": " + told);
                        assertEquals(isTaken, !told.contains(fault), code);
                        assertEquals("", told(rules(vat).faultsOfDraft(draft)), code);
                    }
                    assertEquals("", told(rules(ALWAYS).faults(draft)), code);
                }
            }
        }
        assertEquals("", told(rules(begins).faults(sold(DAY.plusDays(1), "3"))));
        assertEquals("", told(rules(ended).faults(sold(DAY.minusDays(1), "3"))));
    }

    @Test
    void accounts_of_output_tax_and_deduction_are_for_those_who_are_or_have_been_registered() {
        VatRegistration begins = new VatRegistration(true, Optional.of(DAY.plusDays(1)), Optional.empty());
        VatRegistration ended = new VatRegistration(true, Optional.empty(), Optional.of(DAY.minusDays(1)));
        for (String account : List.of("2700", "2703", "2710", "2714", "2716")) {
            EntryDraft draft = entry(DAY, line(account, 100, Optional.empty()), line("2050", -100, Optional.empty()));
            String fault = "1 VAT_ACCOUNT_NEEDS_REGISTRATION " + account + " " + DAY;
            assertEquals(fault, told(rules(VatRegistration.NONE).faults(draft)));
            assertEquals(fault, told(rules(begins).faults(draft)));
            assertEquals("", told(rules(ended).faults(draft)));
            assertEquals("", told(rules(ALWAYS).faults(draft)));
        }
        for (String owed : List.of("2704", "2705", "2740")) {
            EntryDraft paid = entry(DAY, line(owed, 100, Optional.empty()), line("2050", -100, Optional.empty()));
            assertEquals("", told(rules(VatRegistration.NONE).faults(paid)), owed);
        }
    }

    @Test
    void entries_are_taken_from_ten_years_before_the_books_to_the_end_of_the_next_fiscal_year() {
        assertEquals(period("2014-05-01", "2027-12-31"), dates("2024-05-01", FiscalYear.CALENDAR));
        assertEquals(period("2014-05-01", "2027-06-30"), dates("2024-05-01", new FiscalYear(7)));
        assertEquals(period("2021-01-01", "2032-12-31"), dates("2031-01-01", FiscalYear.CALENDAR));
    }

    private static Period period(String first, String last) {
        return new Period(LocalDate.parse(first), LocalDate.parse(last));
    }

    private static Period dates(String start, FiscalYear years) {
        ClientAccount account = new ClientAccount(
                new ClientAccountId(1),
                "Kafé",
                new OrgNumber("974760673"),
                "nb",
                LocalDate.parse(start),
                VatRegistration.ALWAYS,
                years);
        return EntryTerms.of(account, chart(), DAY).dates();
    }

    private static String told(List<EntryFault> faults) {
        return faults.stream()
                .map(fault -> fault.line() + " " + fault.reason() + " " + String.join(" ", fault.facts()))
                .collect(Collectors.joining("; "));
    }

    /** With an account for each role. */
    private static ChartOfAccounts chart() {
        Map<AccountCode, Account> accounts = new HashMap<>();
        for (AccountRole role : AccountRole.values()) {
            accounts.put(role.defaultAccount(), account(role.defaultAccount()));
        }
        return new ChartOfAccounts(accounts, Map.of());
    }

    private static Account account(AccountCode code) {
        return new Account(
                1,
                code,
                code.digits(),
                code.digits(),
                Optional.empty(),
                Optional.empty(),
                new SaftGrouping("annenDriftskostnad", "6300"),
                true,
                true);
    }

    private static EntryRules rules(VatRegistration vat) {
        Map<AccountCode, Account> accounts = new HashMap<>();
        for (String code : List.of("6300", "3000", "2050")) {
            accounts.put(new AccountCode(code), account(new AccountCode(code)));
        }
        TAX.values().forEach(code -> accounts.put(code, account(code)));
        return new EntryRules(
                accounts,
                new MandatoryDimensions(Map.of()),
                Map.of(),
                new LedgerAccounts(Set.of(), Set.of()),
                new EntryTerms(DATES, vat, TaxAccounts.of(TAX)));
    }

    private static EntryDraft bought(LocalDate date, String code) {
        String account = switch (code) {
            case "14" -> "2715";
            case "15" -> "2716";
            default -> "6300";
        };
        return voucher(date, line(account, 100, Optional.of(code)), line("2050", -100, Optional.empty()));
    }

    private static EntryDraft sold(LocalDate date, String code) {
        return voucher(date, line("3000", -100, Optional.of(code)), line("2050", 100, Optional.empty()));
    }

    private static EntryDraft voucher(LocalDate date, DraftLine... lines) {
        List<GrossLine> gross = Stream.of(lines)
                .map(line -> new GrossLine(
                        line.account(),
                        line.amount(),
                        Money.NOK,
                        BigDecimal.ONE,
                        line.taxCode(),
                        Optional.empty(),
                        DimensionSet.NONE,
                        ""))
                .toList();
        return entry(
                date,
                new TaxLines(TAX)
                        .split(gross, date).stream().flatMap(List::stream).toArray(DraftLine[]::new));
    }

    private static EntryDraft entry(LocalDate date, DraftLine... lines) {
        return new EntryDraft(date, "Bilag", Optional.empty(), List.of(lines));
    }

    private static DraftLine line(String account, long amount, Optional<String> code) {
        return new DraftLine(
                Optional.of(new AccountCode(account)),
                amount,
                Money.NOK,
                amount,
                BigDecimal.ONE,
                code,
                Optional.empty(),
                Optional.empty(),
                DimensionSet.NONE,
                "");
    }
}
