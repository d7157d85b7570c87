package no.avstemt.domain.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.SaftGrouping;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What keeps an entry from being posted: lines on the left, faults on the right, by line. */
class EntryRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 14);
    private static final Map<DimensionRef, Boolean> KNOWN = Map.of(
            new DimensionRef(DimensionType.BUSINESSPARTNER, "10001"), true,
            new DimensionRef(DimensionType.BANKACC, "302321"), true,
            new DimensionRef(DimensionType.BANKACC, "15032080119"), true,
            new DimensionRef(DimensionType.PROJECT, "P1"), true,
            new DimensionRef(DimensionType.PROJECT, "P9"), false);

    private static final Map<AccountRole, AccountCode> TAX = Stream.of(AccountRole.values())
            .filter(role -> role.kind() == AccountRole.Kind.VAT)
            .collect(Collectors.toMap(role -> role, AccountRole::defaultAccount));

    /** Account, amount in kroner or in a currency at a rate, then {@code tax=code}, {@code base=} and {@code vat=} in kroner, and {@code type=key}. */
    private static final String TABLE = """
            6300 100; 2050 -100                                         |
            6300 0                                                      | 0 NO_LINES
            6300 EUR0.01@0.1                                            | 0 NO_LINES
            6300 0; 2050 0                                              | 0 NO_AMOUNTS
            6300 100; 2050 -100; 2050 0                                 |
            6300 100; 2050 -99.99                                       | 0 UNBALANCED 1
            6300 0.01; 2050 -100; 2050 99.98                            | 0 UNBALANCED -1
            6300 100; - -100                                            | 2 NO_ACCOUNT
            6300 100; 9999 -100                                         | 2 UNKNOWN_ACCOUNT 9999
            6300 100; 2099 -100                                         | 2 ACCOUNT_NOT_POSTABLE 2099
            6300 100; 6301 -100                                         | 2 ACCOUNT_INACTIVE 6301
            6300 100; 2400 -100                                         | 2 RELATION_MISSING 2400 businesspartner
            6300 100; 2400 -100 businesspartner=10001                   |
            6300 100; 2400 -100 businesspartner=20002                   | 2 UNKNOWN_DIMENSION businesspartner 20002
            1577 100 bankacc=302321; 2050 -100                          |
            1577 100; 2050 -100                                         | 1 RELATION_MISSING 1577 bankacc
            1577 100 bankacc=15032080119; 2050 -100                     | 1 NOT_OF_LEDGER 1577 15032080119 302321
            1920 100 bankacc=15032080119; 2050 -100                     |
            6540 100; 2050 -100                                         | 1 DIMENSION_MISSING 6540 project
            6540 100 project=P1; 2050 -100                              |
            6540 100 project=P9; 2050 -100                              | 1 DIMENSION_INACTIVE project P9
            6300 100 tax=1; 2710 25; 2050 -125                          |
            6300 100 tax=1; 2050 -100                                   | 1 TAX_NOT_ON_ITS_ACCOUNT 2710 2500 0
            6300 100 tax=3; 2050 -100                                   | 1 TAX_CODE_DOES_NOT_SUIT 3 6300
            2715 100 tax=14; 2050 -100                                  |
            2716 100 tax=15; 2050 -100                                  |
            2715 100 tax=15; 2050 -100                                  | 1 TAX_CODE_DOES_NOT_SUIT 15 2715
            6300 100 tax=14; 2050 -100                                  | 1 TAX_CODE_DOES_NOT_SUIT 14 6300
            6300 100 tax=14 base=0 vat=100; 2050 -100                   | 1 TAX_CODE_DOES_NOT_SUIT 14 6300
            6300 100 tax=99; 2050 -100                                  | 1 UNKNOWN_TAX_CODE 99
            3000 -100 tax=1; 2050 100                                   | 1 TAX_CODE_DOES_NOT_SUIT 1 3000
            6300 100 tax=1 base=100 vat=25; 2710 25; 2050 -125          |
            6300 100 tax=1 base=100 vat=24.99; 2710 24.99; 2050 -124.99 |
            6300 100 tax=1 base=100 vat=25.03; 2710 25.03; 2050 -125.03 | 1 TAX_DOES_NOT_FIT 2503 2500 25 10000 2
            6300 100 tax=1 vat=25.02; 2710 25.02; 2050 -125.02          |
            6300 100 tax=1 base=80; 2710 20; 2050 -120                  |
            6300 1100 tax=1 base=600 vat=150; 2710 150; 2050 -1250      |
            6300 100000 tax=1 vat=25001; 2710 25001; 2050 -125001       |
            6300 100000 tax=1 vat=24998.99; 2050 -100000                | 1 TAX_DOES_NOT_FIT 2499899 2500000 25 10000000 100
            6300 100 tax=1 vat=25; 2710 24.99; 2050 -124.99             | 2 TAX_NOT_ON_ITS_ACCOUNT 2710 2500 2499
            6300 100 tax=1; 2710 25; 2700 -25; 2050 -100                | 3 TAX_NOT_ON_ITS_ACCOUNT 2700 0 -2500
            6300 60 tax=1; 6300 40 tax=1; 2710 25; 2050 -125            |
            6300 0.02 tax=1; 2050 -0.02                                 | 1 TAX_NOT_ON_ITS_ACCOUNT 2710 1 0
            6300 0.02 tax=1 vat=0; 2050 -0.02                           |
            6300 100 tax=1 base=80 vat=20; 2050 -100                    | 1 TAX_NOT_ON_ITS_ACCOUNT 2710 2000 0
            6300 100 tax=1 base=400 vat=100; 2050 -100                  | 1 TAX_BASE_TOO_LARGE 10000
            6300 100 tax=1 base=0 vat=100; 2050 -100                    | 1 TAX_BASE_ZERO 10000
            6300 100 tax=1 base=0 vat=0; 2050 -100                      | 1 TAX_BASE_ZERO 10000
            6300 100 tax=1 vat=0; 2050 -100                             | 1 TAX_DOES_NOT_FIT 0 2500 25 10000 2
            6300 -100 tax=1 base=-100 vat=-25; 2710 -25; 2050 125       |
            3000 -100 tax=3; 2700 -25; 2050 125                         |
            3000 -100 tax=3 vat=-99; 2700 -99; 2050 199                 | 1 TAX_DOES_NOT_FIT -9900 -2500 25 -10000 2
            3000 100 tax=3; 2700 25; 2050 -125                          |
            3000 -100 tax=5; 2050 100                                   |
            3000 -100 tax=5 vat=-25; 2700 -25; 2050 125                 | 1 TAX_OF_CODE_WITHOUT -2500 5
            6300 100 tax=21; 2050 -100                                  |
            6300 100 tax=86; 2714 25; 2704 -25; 2050 -100               |
            6300 100 tax=86; 2050 -100                                  | 1 TAX_NOT_ON_ITS_ACCOUNT 2704 -2500 0; 1 TAX_NOT_ON_ITS_ACCOUNT 2714 2500 0
            6300 100 tax=87; 6300 25; 2704 -25; 2050 -100               |
            6300 100 tax=87; 6300 25; 2050 -125                         | 1 TAX_NOT_ON_ITS_ACCOUNT 2704 -2500 0
            2715 100 tax=14 vat=99; 2050 -100                           | 1 TAX_IS_NOT_THE_LINE 9900 14 10000
            2715 100 tax=14 base=400; 2050 -100                         |
            2715 100 tax=14 base=300; 2050 -100                         | 1 TAX_DOES_NOT_FIT 10000 7500 25 30000 7
            2700 75; 2710 -25; 2050 -50                                 |
            6300 100 tax=1 base=999999 vat=25; 2050 -100                | 1 TAX_BASE_TOO_LARGE 10000
            6300 100 tax=1 base=100 vat=-3; 2050 -100                   | 1 TAX_DIFFERS_IN_SIGN
            6300 100 tax=1 base=-100 vat=25; 2050 -100                  | 1 TAX_DIFFERS_IN_SIGN
            6300 100 tax=1 base=10000000000000.01 vat=0; 2050 -100      | 1 AMOUNT_TOO_LARGE
            6300 EUR100@11.50 tax=1; 2710 EUR25@11.50; 2050 -1437.50    |
            6300 EUR100@11.50; 2050 EUR-100@11.50                       |
            6300 EUR100@11.50; 2050 -1150                               |
            6300 EUR100@11.50; 2050 EUR-90@11.50; 2050 -115             | 0 UNBALANCED_IN_CURRENCY EUR 1000
            6300 EUR100@0; 2050 0                                       | 1 RATE_MISSING EUR 2026-02-14
            6300 JPY100@0.07; 2050 -7                                   | 1 CURRENCY_NOT_TAKEN JPY
            6300 10000000000000.01; 2050 -10000000000000.01             | 1 AMOUNT_TOO_LARGE; 2 AMOUNT_TOO_LARGE
            """;

    static Stream<String> rows() {
        return TABLE.lines();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void each_fault_is_told_by_its_line(String row) {
        String[] sides = row.split("\\|", -1);

        assertEquals(sides[1].strip(), told(rules().faults(entry(DAY, "Bilag", sides[0]))), row);
    }

    @Test
    void all_faults_are_told_at_once() {
        assertEquals(
                "0 DATE_OUT_OF_RANGE 2200-01-01 1900-01-01 2199-12-31; 1 UNKNOWN_ACCOUNT 9999; 0 NO_DESCRIPTION; 2 NO_ACCOUNT; 0 UNBALANCED 100",
                told(rules().faults(entry(LocalDate.of(2200, 1, 1), " ", "9999 2; - -1"))));
        assertEquals("0 NO_LINES", told(rules().faults(entry(DAY, "Tomt", ""))));
    }

    @Test
    void a_draft_may_lack_what_posting_asks_for() {
        assertEquals("", told(rules().faultsOfDraft(entry(DAY, "", "- 5; 2400 3; 6300 1 tax=3"))));
        assertEquals("1 UNKNOWN_ACCOUNT 9999", told(rules().faultsOfDraft(entry(DAY, "", "9999 5"))));
    }

    @Test
    void the_relation_is_the_value_that_the_account_asks_for() {
        EntryDraft draft = rules().related(entry(DAY, "x", "2400 1 project=P1 businesspartner=10001"));

        DimensionSet set = draft.lines().get(0).dimensions();
        assertEquals(DimensionType.BUSINESSPARTNER, set.relation().orElseThrow().type());
        assertEquals(1, set.others().size());
    }

    @Test
    void what_has_no_fault_can_be_posted_and_what_has_one_cannot() {
        rows().forEach(row -> {
            String[] sides = row.split("\\|", -1);
            EntryDraft draft = entry(DAY, "Bilag", sides[0]);
            Voucher voucher = new Voucher(Voucher.Kind.MANUAL, "2026/1");
            if (sides[1].isBlank()) {
                assertEquals(
                        draft.lines().size(),
                        rules().completed(draft).entry(voucher, "Kari").lines().size());
            } else if (sides[1].contains("UNBALANCED ") || sides[1].contains("NO_ACCOUNT")) {
                assertThrows(IllegalArgumentException.class, () -> draft.entry(voucher, "Kari"), row);
            }
        });
    }

    @Test
    void what_balances_in_a_currency_balances_in_kroner() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Currency euro = Currency.getInstance("EUR");
        for (int round = 0; round < 1_000; round++) {
            BigDecimal rate = BigDecimal.valueOf(random.nextLong(1, 10_000_000), 6);
            Exchange exchange = new Exchange();
            long inEuro = 0;
            long inKroner = 0;
            for (int line = 0; line < 6; line++) {
                long amount = line == 5 ? -inEuro : random.nextLong(-1_000_000, 1_000_000);
                long kroner = exchange.inOre(euro, amount, rate);
                BigDecimal off = BigDecimal.valueOf(amount).multiply(rate).subtract(BigDecimal.valueOf(kroner));
                assertTrue(off.abs().compareTo(BigDecimal.ONE) <= 0, "seed " + seed);
                inEuro += amount;
                inKroner += kroner;
            }
            assertEquals(0, inKroner, "seed " + seed);
        }
    }

    private static String told(List<EntryFault> faults) {
        return faults.stream()
                .map(fault -> (fault.line() + " " + fault.reason() + " " + String.join(" ", fault.facts())).strip())
                .collect(Collectors.joining("; "));
    }

    private static EntryRules rules() {
        Map<AccountCode, Account> accounts = new HashMap<>();
        for (Account account : List.of(
                account("6300", Optional.empty(), true, true),
                account("6301", Optional.empty(), false, true),
                account("6540", Optional.empty(), true, true),
                account("3000", Optional.empty(), true, true),
                account("2050", Optional.empty(), true, true),
                account("2099", Optional.empty(), true, false),
                account("1577", Optional.of(DimensionType.BANKACC), true, true),
                account("1920", Optional.of(DimensionType.BANKACC), true, true),
                account("2400", Optional.of(DimensionType.BUSINESSPARTNER), true, true))) {
            accounts.put(account.code(), account);
        }
        TAX.values().forEach(code -> accounts.put(code, account(code.digits(), Optional.empty(), true, true)));
        MandatoryDimensions mandatory =
                new MandatoryDimensions(Map.of(new AccountCode("6540"), Set.of(DimensionType.PROJECT)));
        LedgerAccounts ledgers = new LedgerAccounts(Set.of(new AccountCode("1577")), Set.of("302321"));
        EntryTerms terms = new EntryTerms(Period.EVER, VatRegistration.ALWAYS, TaxAccounts.of(TAX));
        return new EntryRules(accounts, mandatory, KNOWN, ledgers, terms);
    }

    private static Account account(String code, Optional<DimensionType> relation, boolean active, boolean postable) {
        SaftGrouping grouping = new SaftGrouping("annenDriftskostnad", "6300");
        return new Account(
                1, new AccountCode(code), code, code, relation, Optional.empty(), grouping, active, postable);
    }

    private static EntryDraft entry(LocalDate date, String description, String lines) {
        List<DraftLine> read = Arrays.stream(lines.split(";"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(EntryRulesTest::line)
                .toList();
        return new EntryDraft(date, description, Optional.empty(), read);
    }

    private static DraftLine line(String text) {
        String[] words = text.split(" ");
        Optional<AccountCode> account =
                words[0].equals("-") ? Optional.empty() : Optional.of(new AccountCode(words[0]));
        Optional<String> tax = Optional.empty();
        Optional<Long> base = Optional.empty();
        Optional<Long> vat = Optional.empty();
        List<DimensionRef> refs = new ArrayList<>();
        for (String word : List.of(words).subList(2, words.length)) {
            String[] pair = word.split("=");
            if (pair[0].equals("tax")) {
                tax = Optional.of(pair[1]);
            } else if (pair[0].equals("base")) {
                base = Optional.of(minor(pair[1]));
            } else if (pair[0].equals("vat")) {
                vat = Optional.of(minor(pair[1]));
            } else {
                refs.add(new DimensionRef(DimensionType.of(pair[0]).orElseThrow(), pair[1]));
            }
        }
        boolean kroner = !Character.isLetter(words[1].charAt(0));
        String[] amount =
                (kroner ? "NOK" + words[1] + "@1" : words[1]).substring(3).split("@");
        BigDecimal rate = new BigDecimal(amount[1]);
        long minor = minor(amount[0]);
        return new DraftLine(
                account,
                DraftLine.inOre(minor, rate),
                Currency.getInstance(kroner ? "NOK" : words[1].substring(0, 3)),
                minor,
                rate,
                tax,
                base,
                vat,
                DimensionSet.of(refs),
                "");
    }

    private static long minor(String kroner) {
        return new BigDecimal(kroner).movePointRight(2).longValueExact();
    }
}
