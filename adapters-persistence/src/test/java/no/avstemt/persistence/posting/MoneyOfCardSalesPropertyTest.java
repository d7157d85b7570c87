package no.avstemt.persistence.posting;

import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.sale.Sale.Kind;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * One order's card sales without a transaction and its money, in any order and any rounds. What an accountant would sign:
 * of each kind and amount, as many are booked as were sold or as money came for, whichever is more; the card acquirer owes
 * for what was sold and has no money, and nobody else; and what may be one thing told twice is a finding.
 */
final class MoneyOfCardSalesPropertyTest {

    private static final int WORLDS = Boolean.getBoolean("avstemt.test.long") ? 60 : 4;

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    @RepeatedTest(5)
    void each_real_sale_is_booked_once_whatever_comes_first() {
        long seed = System.nanoTime();
        for (int world = 0; world < WORLDS; world++) {
            check(seed + world);
        }
    }

    /** A refund of 125 kroner after sales of 50, 50 and 125 was an øre off in base and VAT. */
    @Test
    void a_refund_takes_back_the_vat_of_several_sales_as_of_one() {
        check(16797813380597L);
    }

    /** Something that Vipps tells of. */
    private record Told(boolean isSale, Kind kind, long amount) {}

    private static void check(long seed) {
        Random random = new Random(seed);
        long[] amounts = random.nextBoolean() ? new long[] {12500} : new long[] {12500, 5000};
        List<Told> told = new ArrayList<>();
        add(told, random, true, amounts);
        add(told, random, false, amounts);
        Collections.shuffle(told, random);
        BookedMerchant till = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);
        String world = "Seed " + seed + ": " + told;
        LocalDate today = DAY;
        for (int index = 0; index < told.size(); index++) {
            tell(till, told.get(index), today.minusDays(random.nextInt(3)), index);
            if (random.nextBoolean()) {
                today = today.plusDays(random.nextInt(3));
                till.roundOn(today);
            }
        }
        till.roundOn(today.plusDays(3));
        till.roundOn(today.plusDays(4));

        assertEquals(expected(told, amounts), till.balances(), world);
        assertEquals(0, till.badSaleLinks(), world);
        assertEquals(0, twiceSettled(till), world);
        findings(told, amounts, till.findings(), world);
    }

    private static void add(List<Told> told, Random random, boolean isSale, long... amounts) {
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            Kind kind = random.nextInt(3) == 0 ? Kind.REFUND : Kind.CAPTURE;
            told.add(new Told(isSale, kind, amounts[random.nextInt(amounts.length)]));
        }
    }

    private static void tell(BookedMerchant till, Told one, LocalDate day, int index) {
        if (one.isSale()) {
            till.vipps.outside("CARD", one.kind(), day, one.amount(), "order-1");
        } else {
            boolean isRefund = one.kind() == Kind.REFUND;
            till.vipps.row(
                    Topic.FUNDS,
                    isRefund ? "refund" : "capture",
                    day,
                    isRefund ? -one.amount() : one.amount(),
                    "psp-" + index,
                    UNIT.handle(),
                    "order-1");
        }
    }

    private static List<String> expected(List<Told> told, long... amounts) {
        long funds = 0;
        long acquirer = 0;
        for (Kind kind : Kind.values()) {
            int sign = kind == Kind.REFUND ? -1 : 1;
            for (long amount : amounts) {
                long sold = count(told, true, kind, amount);
                long paid = count(told, false, kind, amount);
                funds += sign * paid * amount;
                acquirer += sign * Math.max(0, sold - paid) * amount;
            }
        }
        long turnover = funds + acquirer;
        List<String> balances = new ArrayList<>();
        balances.add("1577 " + funds);
        balances.add("1578 " + acquirer);
        balances.add("2700 " + -turnover / 5);
        balances.add("3000 " + -turnover * 4 / 5);
        balances.removeIf(balance -> balance.endsWith(" 0"));
        return balances;
    }

    /** Each kind where a sale is left without money, and money of another amount without a sale, has one at least. */
    private static void findings(List<Told> told, long[] amounts, List<String> found, String world) {
        boolean isAmbiguous = false;
        for (Kind kind : Kind.values()) {
            boolean hasSale = false;
            boolean hasMoney = false;
            for (long amount : amounts) {
                long rest = count(told, true, kind, amount) - count(told, false, kind, amount);
                hasSale |= rest > 0;
                hasMoney |= rest < 0;
            }
            isAmbiguous |= hasSale && hasMoney;
        }
        if (isAmbiguous || amounts.length == 1) {
            assertEquals(isAmbiguous, found.stream().anyMatch(finding -> finding.startsWith("V-15")), world);
        }
    }

    private static long count(List<Told> told, boolean isSale, Kind kind, long amount) {
        return told.stream().filter(new Told(isSale, kind, amount)::equals).count();
    }

    /** How many more rows are settled against the card acquirer, of a kind and amount, than sales are booked there. */
    private static long twiceSettled(BookedMerchant till) {
        return BOOKS.count("""
                SELECT count(*)
                  FROM (SELECT sum(CASE WHEN is_sale THEN 1 ELSE -1 END) AS rest
                          FROM (SELECT k.amount, true AS is_sale
                                  FROM sale_link k
                                  JOIN journal_line l USING (client_account_id, entry_id, line_no)
                                  JOIN account a USING (client_account_id, account_id)
                                  JOIN sale s USING (client_account_id, sale_id)
                                 WHERE a.code = '1578' AND s.ledger_id = ?
                                UNION ALL
                                SELECT -k.amount, false
                                  FROM settlement_link k
                                  JOIN journal_line l USING (client_account_id, entry_id, line_no)
                                  JOIN account a USING (client_account_id, account_id)
                                  JOIN settlement_entry e USING (client_account_id, settlement_entry_id)
                                 WHERE a.code = '1578' AND e.ledger_id = ?) link
                         GROUP BY amount) counted
                 WHERE rest < 0
                """, till.ledger().value(), till.ledger().value());
    }
}
