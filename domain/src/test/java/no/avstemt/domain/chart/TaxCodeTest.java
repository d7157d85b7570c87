package no.avstemt.domain.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class TaxCodeTest {

    @Test
    void tax_in_gross_is_half_up_for_every_amount_and_rate() {
        for (TaxCode code : TaxCode.values()) {
            BigDecimal rate = BigDecimal.valueOf(code.rateBasisPoints());
            BigDecimal whole = rate.add(BigDecimal.valueOf(10_000));
            for (long gross = 1; gross <= 100_000; gross++) {
                long expected = BigDecimal.valueOf(gross)
                        .multiply(rate)
                        .divide(whole, 0, RoundingMode.HALF_UP)
                        .longValueExact();
                assertEquals(expected, code.taxInGross(gross));
                assertEquals(-expected, code.taxInGross(-gross));
            }
        }
    }
}
