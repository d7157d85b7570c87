package no.avstemt.domain.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.domain.chart.RateHistory.Change;
import no.avstemt.domain.chart.TaxCode.Calculation;
import no.avstemt.domain.chart.TaxCode.Side;
import org.junit.jupiter.api.Test;

class TaxCodeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void tax_in_gross_is_half_up_for_every_amount_and_rate_that_there_has_been() {
        Set<Integer> tried = new HashSet<>();
        for (TaxCode code : TaxCodes.all()) {
            if (code.calculation() == Calculation.INCLUDED) {
                for (Change change : code.rate().orElseThrow().changes()) {
                    if (tried.add(change.basisPoints())) {
                        every_amount_falls_apart_without_loss(code, change.validFrom(), change.basisPoints());
                    }
                }
            }
        }
        assertEquals(Set.of(600, 1000, 1111, 1200, 1500, 2500), tried);
    }

    private static void every_amount_falls_apart_without_loss(TaxCode code, LocalDate date, int basisPoints) {
        BigDecimal rate = BigDecimal.valueOf(basisPoints);
        BigDecimal whole = rate.add(BigDecimal.valueOf(10_000));
        for (long gross = 1; gross <= 100_000; gross++) {
            long expected = BigDecimal.valueOf(gross)
                    .multiply(rate)
                    .divide(whole, 0, RoundingMode.HALF_UP)
                    .longValueExact();
            long tax = code.taxInGross(gross, date);
            assertEquals(expected, tax);
            assertEquals(-expected, code.taxInGross(-gross, date));
            long base = gross - tax;
            long over = tax * 10_000 - base * basisPoints;
            assertTrue(Math.abs(over) <= 10_000 + basisPoints, "the tax of the base is the tax, to the øre");
        }
    }

    @Test
    void tax_on_top_is_half_up_and_the_same_on_both_sides() {
        TaxCode services = TaxCode.of("86").orElseThrow();
        for (long base = 1; base <= 100_000; base++) {
            long expected = BigDecimal.valueOf(base)
                    .multiply(BigDecimal.valueOf(2_500))
                    .divide(BigDecimal.valueOf(10_000), 0, RoundingMode.HALF_UP)
                    .longValueExact();
            assertEquals(expected, services.taxOnTop(base, TODAY));
            assertEquals(-expected, services.taxOnTop(-base, TODAY));
        }
        assertEquals(0, services.taxInGross(12_500, TODAY));
        assertEquals(Optional.of(AccountRole.OUTPUT_VAT_ABROAD), services.outputTax());
        assertEquals(Optional.of(AccountRole.INPUT_VAT_ABROAD), services.inputTax());
        assertEquals(Optional.empty(), services.tax());
    }

    @Test
    void import_vat_that_was_paid_is_tax_alone() {
        assertEquals(1_234, TaxCode.of("14").orElseThrow().taxInGross(1_234, TODAY));
    }

    @Test
    void the_low_rate_has_changed_with_the_years() {
        assertEquals(1_000, TaxCode.OUTPUT_LOW.rateBasisPoints(LocalDate.of(2017, 12, 31)));
        assertEquals(1_200, TaxCode.OUTPUT_LOW.rateBasisPoints(LocalDate.of(2018, 1, 1)));
        assertEquals(1_200, TaxCode.OUTPUT_LOW.rateBasisPoints(LocalDate.of(2020, 3, 31)));
        assertEquals(600, TaxCode.OUTPUT_LOW.rateBasisPoints(LocalDate.of(2020, 4, 1)));
        assertEquals(600, TaxCode.OUTPUT_LOW.rateBasisPoints(LocalDate.of(2021, 9, 30)));
        assertEquals(1_200, TaxCode.OUTPUT_LOW.rateBasisPoints(LocalDate.of(2021, 10, 1)));
        assertEquals(Optional.of(TaxCode.OUTPUT_LOW), TaxCode.ofSalesRate(600, LocalDate.of(2021, 5, 1)));
        assertEquals(Optional.empty(), TaxCode.ofSalesRate(600, TODAY));
    }

    @Test
    void every_standard_code_is_there_once() {
        List<String> codes = TaxCodes.all().stream().map(TaxCode::code).toList();

        assertEquals(
                Set.of(
                        "0", "1", "11", "12", "13", "14", "15", "20", "21", "22", "3", "31", "32", "33", "5", "51",
                        "52", "6", "7", "81", "82", "83", "84", "85", "86", "87", "88", "89", "91", "92"),
                Set.copyOf(codes));
        assertEquals(30, codes.size());
        assertFalse(TaxCodes.on(LocalDate.of(2016, 12, 31), "81").isPresent());
        assertTrue(TaxCodes.on(LocalDate.of(2017, 1, 1), "81").isPresent());
    }

    @Test
    void what_is_calculated_has_a_rate_and_the_accounts_it_needs() {
        for (TaxCode code : TaxCodes.all()) {
            switch (code.calculation()) {
                case NONE -> assertTrue(code.outputTax().or(code::inputTax).isEmpty(), code::toString);
                case INCLUDED, ALONE -> assertTrue(code.tax().isPresent(), code::toString);
                case REVERSE -> {
                    assertTrue(code.outputTax().isPresent(), code::toString);
                    assertEquals(code.isDeductible(), code.inputTax().isPresent(), code::toString);
                }
            }
            assertTrue(code.calculation() == Calculation.NONE || code.rate().isPresent(), code::toString);
        }
    }

    @Test
    void codes_suit_the_accounts_of_their_side() {
        assertTrue(TaxCode.OUTPUT_HIGH.suits(new AccountCode("3000")));
        assertFalse(TaxCode.OUTPUT_HIGH.suits(new AccountCode("4300")));
        assertFalse(TaxCode.OUTPUT_HIGH.suits(new AccountCode("8050")));
        assertTrue(TaxCode.NO_TREATMENT_INCOME.suits(new AccountCode("8050")));
        assertTrue(TaxCode.INPUT_HIGH.suits(new AccountCode("1250")));
        assertTrue(TaxCode.INPUT_HIGH.suits(new AccountCode("6540")));
        assertFalse(TaxCode.INPUT_HIGH.suits(new AccountCode("1920")));
        assertFalse(TaxCode.INPUT_HIGH.suits(new AccountCode("3000")));
        assertTrue(TaxCode.NO_TREATMENT_COST.suits(new AccountCode("8150")));
        assertFalse(TaxCode.INPUT_HIGH.suits(new AccountCode("8150")));
        assertTrue(TaxCode.of("14").orElseThrow().suits(new AccountCode("2715")));
        assertFalse(TaxCode.of("14").orElseThrow().suits(new AccountCode("4300")));
    }

    @Test
    void the_codes_that_vipps_sales_take_have_an_account_for_their_base() {
        for (TaxCode code : TaxCodes.all()) {
            if (code.side() == Side.SALE) {
                assertTrue(code.suits(code.base().defaultAccount()), code::toString);
            }
        }
    }
}
