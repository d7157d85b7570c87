package no.avstemt.persistence.posting;

import static no.avstemt.persistence.GivenBooks.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.period.ChangePeriod;
import no.avstemt.application.period.PeriodOutcome;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.posting.Granularity;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.GivenBooks;
import no.avstemt.persistence.GivenVipps;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * The same merchant in every granularity, and one that changes its mind: sales told in time, late or never, refunds, rows
 * that come late, also for a month that is closed. Each month's figures are the same to the øre, every settlement entry is
 * carried exactly once, and books equal Vipps after every round.
 */
final class GranularityPropertyTest {

    private static final int WORLDS = Boolean.getBoolean("avstemt.test.long") ? 40 : 1;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 12);
    private static final int DAYS = 40;
    private static final int[] RATES = {2500, 1500, 0};

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    @Test
    void granularity_changes_no_figure_of_any_month() {
        long seed = System.nanoTime();
        for (int world = 0; world < WORLDS; world++) {
            new World(seed + world).run();
        }
    }

    private static final class World {

        private final Random random;
        private final String name;
        private final int daysBetweenPayouts;
        private final List<BookedMerchant> merchants = new ArrayList<>();
        private final List<Captured> captured = new ArrayList<>();
        private final List<Later> later = new ArrayList<>();
        private int rows;
        private long feesOwed;

        private record Captured(String order, long amount, int rate) {}

        /** What Vipps tells on another day than it happened. */
        private record Later(LocalDate day, Consumer<GivenVipps> told) {}

        World(long seed) {
            random = new Random(seed);
            name = "Seed " + seed;
            daysBetweenPayouts = 1 + random.nextInt(12);
            for (Granularity granularity : Granularity.values()) {
                BookedMerchant merchant = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);
                merchant.choose(granularity);
                merchants.add(merchant);
            }
            merchants.add(new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT));
        }

        void run() {
            row(Topic.FUNDS, "top-up", FIRST, 10_000, "");
            row(Topic.FEES, "capture-fee", FIRST, -1, "");
            feesOwed = 1;
            for (int index = 0; index < DAYS; index++) {
                LocalDate day = FIRST.plusDays(index);
                trade(day);
                if (index % daysBetweenPayouts == daysBetweenPayouts - 1) {
                    payOut(day);
                }
                later.stream().filter(told -> told.day().equals(day)).forEach(told -> tell(told.told()));
                if (day.equals(LocalDate.of(2026, 2, 9))) {
                    round(day);
                    merchants.forEach(merchant -> close(merchant, day));
                } else if (random.nextInt(4) == 0) {
                    round(day);
                }
            }
            later.stream()
                    .filter(told -> !told.day().isBefore(FIRST.plusDays(DAYS)))
                    .forEach(told -> tell(told.told()));
            round(LocalDate.of(2026, 3, 4));
            compare();
        }

        private void trade(LocalDate day) {
            for (int sale = random.nextInt(3); sale > 0; sale--) {
                capture(day);
            }
            if (!captured.isEmpty() && random.nextInt(4) == 0) {
                refund(day);
            }
            if (random.nextInt(10) == 0) {
                String[] types = {"correction", "top-up", "credit-note", "loyalty-adjustment"};
                row(Topic.FUNDS, types[random.nextInt(types.length)], day, random.nextInt(2_000) - 1_000L, "");
            }
            if (random.nextInt(5) == 0) {
                long gross = 100 + random.nextInt(50_000);
                String reference = "till-" + ++rows;
                tell(vipps -> vipps.outside("CASH", Sale.Kind.CAPTURE, day, gross, reference));
            }
        }

        private void capture(LocalDate day) {
            long amount = 100 + random.nextInt(100_000);
            int rate = RATES[random.nextInt(RATES.length)];
            int number = ++rows;
            String psp = "psp-" + number;
            String order = "order-" + number;
            long fee = amount * 2 / 100;
            feesOwed += fee;
            row(Topic.FUNDS, "capture", day, amount, psp, order);
            row(Topic.FEES, "capture-fee", day, -fee, psp, order);
            if (random.nextInt(5) != 0) {
                sold(day.plusDays(random.nextInt(3) == 0 ? random.nextInt(9) : 0), day, amount, rate, psp, order);
            }
            captured.add(new Captured(order, amount, rate));
            LocalDate before = day.minusDays(random.nextInt(12));
            if (random.nextInt(8) == 0 && before.isAfter(FIRST)) {
                row(Topic.FUNDS, "capture", before, 4_200, "late-" + number, order);
            }
        }

        private void sold(LocalDate told, LocalDate day, long amount, int rate, String psp, String order) {
            SaleLine line = new SaleLine(
                    "1",
                    "Vare",
                    BigDecimal.ONE,
                    amount,
                    Optional.empty(),
                    Optional.of(rate),
                    Optional.empty(),
                    Optional.empty());
            Consumer<GivenVipps> sale =
                    vipps -> vipps.sold("WALLET", Sale.Kind.CAPTURE, day, amount, order, Optional.of(psp), line);
            if (told.equals(day)) {
                tell(sale);
            } else {
                later.add(new Later(told, sale));
            }
        }

        private void refund(LocalDate day) {
            Captured sale = captured.remove(random.nextInt(captured.size()));
            long amount = 1 + random.nextInt(Math.toIntExact(sale.amount()));
            row(Topic.FUNDS, "refund", day, -amount, "psp-" + ++rows, sale.order());
        }

        private void payOut(LocalDate day) {
            if (feesOwed != 0) {
                row(Topic.FUNDS, "fees-retained", day, -feesOwed, "");
                row(Topic.FEES, "fees-retained", day, feesOwed, "");
                feesOwed = 0;
            }
            long balance = merchants.get(0).vipps.balance(Topic.FUNDS);
            if (balance > 0) {
                String psp = "20000" + ++rows;
                tell(vipps -> vipps.row(Topic.FUNDS, "payout-scheduled", day, -balance, psp, ""));
            }
        }

        private void row(Topic topic, String type, LocalDate day, long amount, String order) {
            row(topic, type, day, amount, "row-" + ++rows, order);
        }

        private void row(Topic topic, String type, LocalDate day, long amount, String psp, String order) {
            tell(vipps -> vipps.row(topic, type, day, amount, psp, order.isEmpty() ? "" : UNIT.handle(), order));
        }

        private void tell(Consumer<GivenVipps> what) {
            merchants.forEach(merchant -> what.accept(merchant.vipps));
        }

        private void round(LocalDate day) {
            if (random.nextInt(3) == 0) {
                merchants
                        .get(merchants.size() - 1)
                        .choose(Granularity.values()[random.nextInt(Granularity.values().length)]);
            }
            merchants.forEach(merchant -> {
                merchant.roundOn(day);
                assertEquals(List.of(), unproven(merchant), () -> name + " on " + day + ": " + merchant.findings());
            });
        }

        private void close(BookedMerchant merchant, LocalDate day) {
            Clock clock = Clock.fixed(day.atTime(13, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
            assertInstanceOf(
                    PeriodOutcome.Done.class,
                    new ChangePeriod(BOOKS.unit(), clock)
                            .close(
                                    merchant.client(),
                                    YearMonth.of(2026, 1),
                                    Actor.system("test"),
                                    Optional.of("Levert"),
                                    false));
        }

        private void compare() {
            BookedMerchant perDate = merchants.get(0);
            List<String> figures = perDate.months();
            assertTrue(figures.size() > 10, name);
            for (BookedMerchant merchant : merchants) {
                assertEquals(figures, merchant.months(), name);
                assertEquals(perDate.balances(), merchant.balances(), name);
                assertEquals(0, merchant.badSettlementLinks(), name);
                assertEquals(0, merchant.badSaleLinks(), name);
                assertEquals(perDate.state().difference(), merchant.state().difference(), name);
                assertEquals(entryFindings(perDate), entryFindings(merchant), name);
            }
            assertTrue(merchants.get(1).entries().size() > perDate.entries().size(), name);
            assertTrue(merchants.get(2).entries().size() <= perDate.entries().size(), name);
        }

        /** Fees in transfer, and books beside Vipps. */
        private static List<String> unproven(BookedMerchant merchant) {
            return merchant.findings().stream()
                    .filter(finding -> finding.startsWith("V-05") || finding.startsWith("V-06"))
                    .toList();
        }

        /** What was moved from a closed month is told of each journal entry; all else of what Vipps gave. */
        private static List<String> entryFindings(BookedMerchant merchant) {
            return merchant.findings().stream()
                    .filter(finding -> !finding.startsWith("V-30"))
                    .toList();
        }
    }
}
