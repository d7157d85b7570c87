package no.avstemt.domain.posting;

import static no.avstemt.domain.posting.LedgerInKroner.DKK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.posting.ExchangeDifferences.Standing;
import no.avstemt.domain.settlement.Topic;
import org.junit.jupiter.api.Test;

/** Amounts in Danish kroner, rates in Norwegian kroner for one, lines with debit positive. */
class ExchangeDifferencesTest {

    @Test
    void what_is_paid_out_at_another_rate_than_it_came_in_at_is_a_gain_or_a_loss() {
        check("""
                date        rate    topic  type                 amount
                2026-03-02  1.50    funds  capture              100.00
                2026-03-03  1.60    funds  capture              100.00
                2026-03-04  1.58    funds  payout-scheduled    -200.00
                """, """
                date        account      DKK       NOK
                2026-03-02  1577      100.00    150.00
                2026-03-02  3000      -80.00   -120.00
                2026-03-02  2700      -20.00    -30.00
                2026-03-03  1577      100.00    160.00
                2026-03-03  3000      -80.00   -128.00
                2026-03-03  2700      -20.00    -32.00
                2026-03-04  1577     -200.00   -316.00
                2026-03-04  1591      200.00    316.00
                2026-03-04  1577        0.00      6.00
                2026-03-04  8060        0.00     -6.00
                """);
        check("""
                date        rate    topic  type                 amount
                2026-03-02  1.50    funds  capture              100.00
                2026-03-03  1.45    funds  payout-scheduled    -100.00
                """, """
                date        account      DKK       NOK
                2026-03-02  1577      100.00    150.00
                2026-03-02  3000      -80.00   -120.00
                2026-03-02  2700      -20.00    -30.00
                2026-03-03  1577     -100.00   -145.00
                2026-03-03  1591      100.00    145.00
                2026-03-03  1577        0.00     -5.00
                2026-03-03  8160        0.00      5.00
                """);
    }

    @Test
    void a_payout_of_a_part_takes_its_share_of_what_the_whole_stands_at() {
        check("""
                date        rate    topic  type                 amount
                2026-03-02  1.50    funds  capture              100.00
                2026-03-03  1.60    funds  payout-scheduled     -25.00
                2026-03-04  1.60    funds  payout-scheduled     -75.00
                """, """
                date        account      DKK       NOK
                2026-03-02  1577      100.00    150.00
                2026-03-02  3000      -80.00   -120.00
                2026-03-02  2700      -20.00    -30.00
                2026-03-03  1577      -25.00    -40.00
                2026-03-03  1591       25.00     40.00
                2026-03-03  1577        0.00      2.50
                2026-03-03  8060        0.00     -2.50
                2026-03-04  1577      -75.00   -120.00
                2026-03-04  1591       75.00    120.00
                2026-03-04  1577        0.00      7.50
                2026-03-04  8060        0.00     -7.50
                """);
    }

    @Test
    void each_settlement_entry_is_rounded_by_itself_and_fees_follow_their_own_rates() {
        check("""
                date        rate    topic  type                 amount
                2026-03-02  1.005   funds  capture                1.00
                2026-03-02  1.005   funds  capture                1.00
                2026-03-02  1.005   fees   capture-fee           -0.10
                2026-03-03  1.205   funds  fees-retained         -0.10
                2026-03-03  1.205   fees   fees-retained          0.10
                2026-03-03  1.205   funds  payout-scheduled      -1.90
                """, """
                date        account      DKK       NOK
                2026-03-02  1577        2.00      2.02
                2026-03-02  3000       -1.60     -1.60
                2026-03-02  2700       -0.40     -0.42
                2026-03-02  2992       -0.10     -0.10
                2026-03-02  7771        0.10      0.10
                2026-03-03  1577       -0.10     -0.12
                2026-03-03  1592        0.10      0.12
                2026-03-03  1577       -1.90     -2.29
                2026-03-03  1591        1.90      2.29
                2026-03-03  2992        0.10      0.12
                2026-03-03  1592       -0.10     -0.12
                2026-03-03  1577        0.00      0.39
                2026-03-03  8060        0.00     -0.39
                2026-03-03  2992        0.00     -0.02
                2026-03-03  8160        0.00      0.02
                """);
    }

    @Test
    void what_is_empty_in_its_currency_is_empty_in_kroner_whatever_the_rates() {
        for (int round = 0; round < (Boolean.getBoolean("avstemt.test.long") ? 2_000 : 60); round++) {
            long seed = 20_260_301L + round;
            List<JournalEntry> entries = new ArrayList<>();
            LedgerInKroner ledger = generated(new Random(seed));
            for (JournalEntry entry : ledger.book()) {
                entries.add(entry);
                assertEquals(0, sum(entry.lines()), () -> "seed " + seed + ": " + entry.description());
            }

            Map<AccountCode, Standing> standing = LedgerInKroner.standing(entries);
            assertEquals(0, ledger.balance(Topic.FUNDS), () -> "seed " + seed);
            for (String account : List.of("1577", "1592", "2992")) {
                assertEquals(
                        Standing.NOTHING,
                        standing.getOrDefault(new AccountCode(account), Standing.NOTHING),
                        () -> account + ", seed " + seed);
            }
        }
    }

    /** In the currency; in kroner no entry can be built that does not balance. */
    private static long sum(List<JournalLine> lines) {
        return lines.stream()
                .filter(line -> line.currency().equals(DKK))
                .mapToLong(JournalLine::currencyAmount)
                .sum();
    }

    private static LedgerInKroner generated(Random random) {
        LedgerInKroner ledger = new LedgerInKroner();
        LocalDate day = LocalDate.of(2026, 3, 1);
        int days = 2 + random.nextInt(12);
        for (int number = 1; number <= days; number++) {
            day = day.plusDays(1);
            BigDecimal rate = BigDecimal.valueOf(1 + random.nextInt(30_000_000), 7);
            for (int row = random.nextInt(6); row > 0; row--) {
                ledger.row(day, rate, Topic.FUNDS, "capture", 1 + random.nextInt(50_000));
                ledger.row(day, rate, Topic.FEES, "capture-fee", -1 - random.nextInt(500));
            }
            if (random.nextInt(4) == 0) {
                ledger.row(day, rate, Topic.FUNDS, "refund", -1 - random.nextInt(20_000));
            }
            boolean isLast = number == days;
            if (isLast || random.nextInt(3) == 0) {
                settle(ledger, day, rate, random, isLast);
            }
        }
        return ledger;
    }

    private static void settle(LedgerInKroner ledger, LocalDate day, BigDecimal rate, Random random, boolean all) {
        long fees = ledger.balance(Topic.FEES);
        if (fees != 0) {
            ledger.row(day, rate, Topic.FUNDS, "fees-retained", fees);
            ledger.row(day, rate, Topic.FEES, "fees-retained", -fees);
        }
        long funds = ledger.balance(Topic.FUNDS);
        long paid = all || funds < 2 ? funds : 1 + random.nextInt((int) funds);
        if (paid != 0) {
            ledger.row(day, rate, Topic.FUNDS, "payout-scheduled", -paid);
        }
    }

    private static void check(String given, String expected) {
        LedgerInKroner ledger = new LedgerInKroner();
        given.lines().skip(1).map(String::strip).forEach(row -> {
            String[] cell = row.split("\\s+");
            Topic topic = cell[2].equals("funds") ? Topic.FUNDS : Topic.FEES;
            ledger.row(
                    LocalDate.parse(cell[0]),
                    new BigDecimal(cell[1]),
                    topic,
                    cell[3],
                    new BigDecimal(cell[4]).movePointRight(2).longValueExact());
        });
        StringBuilder booked = new StringBuilder("date        account      DKK       NOK\n");
        for (JournalEntry entry : ledger.book()) {
            for (JournalLine line : entry.lines()) {
                long inCurrency = line.currency().equals(DKK) ? line.currencyAmount() : 0;
                booked.append("%s  %s  %10s%10s%n"
                        .formatted(
                                entry.postingDate(),
                                line.account(),
                                BigDecimal.valueOf(inCurrency, 2),
                                BigDecimal.valueOf(line.amount(), 2)));
            }
        }
        assertEquals(expected, booked.toString());
    }
}
