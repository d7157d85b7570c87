package no.avstemt.domain.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.chart.TaxCodes;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.money.Money;
import org.junit.jupiter.api.Test;

final class TaxLinesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final TaxLines LINES = new TaxLines(Arrays.stream(AccountRole.values())
            .collect(Collectors.toMap(Function.identity(), AccountRole::defaultAccount)));

    private static GrossLine line(String account, long amount, String code) {
        return in(Money.NOK, BigDecimal.ONE, account, amount, code);
    }

    private static GrossLine in(Currency currency, BigDecimal rate, String account, long amount, String code) {
        return new GrossLine(
                Optional.of(new AccountCode(account)),
                amount,
                currency,
                rate,
                Optional.of(code),
                Optional.empty(),
                DimensionSet.NONE,
                "");
    }

    private static List<DraftLine> split(GrossLine... lines) {
        return LINES.split(List.of(lines), DAY).stream().flatMap(List::stream).toList();
    }

    private static List<String> told(List<DraftLine> lines) {
        return lines.stream()
                .map(line -> line.account().orElseThrow() + " " + line.amount())
                .toList();
    }

    @Test
    void tax_in_the_amount_is_taken_out_of_it() {
        assertEquals(List.of("6800 80000", "2710 20000"), told(split(line("6800", 100_000, "1"))));
        assertEquals(List.of("3000 -80000", "2700 -20000"), told(split(line("3000", -100_000, "3"))));
    }

    @Test
    void tax_on_top_is_owed_and_deducted() {
        List<String> lines = told(split(line("6700", 100_000, "86")));
        assertEquals("6700 100000", lines.get(0));
        assertEquals(
                List.of("25000", "-25000"),
                List.of(lines.get(1).split(" ")[1], lines.get(2).split(" ")[1]));
    }

    @Test
    void tax_on_top_is_in_kroner_whatever_the_bill_is_in() {
        List<DraftLine> lines = split(in(Currency.getInstance("EUR"), new BigDecimal("11.5"), "6700", 100_000, "86"));
        assertEquals(List.of("6700 1150000", "2714 287500", "2704 -287500"), told(lines));
        assertEquals(
                List.of("EUR", "NOK", "NOK"),
                lines.stream().map(line -> line.currency().getCurrencyCode()).toList());
    }

    @Test
    void tax_on_top_that_is_not_deducted_is_part_of_the_cost() {
        List<String> lines = told(split(line("6700", 100_000, "87")));
        assertEquals(List.of("6700 100000", "6700 25000"), lines.subList(0, 2));
    }

    @Test
    void what_is_all_tax_stays_one_line() {
        DraftLine only = split(line("2710", 500, "14")).get(0);
        assertEquals(Optional.of(500L), only.taxAmount());
        assertEquals(Optional.of(0L), only.taxBase());
    }

    @Test
    void tax_that_stands_apart_already_is_left_there() {
        DraftLine base =
                split(line("6800", 80_000, "1")).get(0).withTax("1", Optional.of(70_000L), Optional.of(17_500L));
        GrossLine joined = LINES.joined(List.of(base), DAY).get(0);
        assertEquals(
                List.of(base),
                LINES.split(List.of(joined), DAY).get(0).stream()
                        .map(line -> line.withTax("1", line.taxBase(), line.taxAmount()))
                        .toList());
    }

    @Test
    void nothing_is_lost_and_what_was_split_is_joined_again_for_any_amounts_codes_and_rates() {
        long seed = new Random().nextLong();
        System.out.println("TaxLinesTest seed " + seed);
        Random random = new Random(seed);
        List<TaxCode> codes = TaxCodes.on(DAY);
        for (int round = 0; round < 2_000; round++) {
            boolean kroner = random.nextBoolean();
            Currency currency = kroner ? Money.NOK : Currency.getInstance("EUR");
            boolean unknown = random.nextInt(8) == 0;
            BigDecimal rate = kroner
                    ? BigDecimal.ONE
                    : unknown ? BigDecimal.ZERO : BigDecimal.valueOf(1 + random.nextInt(200_000), 4);
            long amount = random.nextInt(200_001) - 100_000;
            GrossLine gross = in(
                    currency,
                    rate,
                    "6800",
                    amount,
                    codes.get(random.nextInt(codes.size())).code());
            List<DraftLine> lines = split(gross);
            assertEquals(
                    amount, lines.stream().mapToLong(DraftLine::currencyAmount).sum(), gross.toString());
            assertEquals(
                    DraftLine.inOre(amount, rate),
                    lines.stream().mapToLong(DraftLine::amount).sum(),
                    gross.toString());
            List<GrossLine> joined = LINES.joined(lines, DAY);
            assertEquals(
                    lines,
                    LINES.split(joined, DAY).stream().flatMap(List::stream).toList(),
                    gross.toString());
        }
    }
}
