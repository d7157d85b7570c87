package no.avstemt.domain.currency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.money.Money;
import org.junit.jupiter.api.Test;

class ExchangeRatesTest {

    private static final Currency DKK = Currency.getInstance("DKK");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 27);

    private static ExchangeRate rate(LocalDate date, int units, String rate) {
        return new ExchangeRate(DKK, date, units, new BigDecimal(rate));
    }

    @Test
    void a_rate_for_a_hundred_units_is_exact_for_one() {
        assertEquals(new BigDecimal("1.509728"), rate(FRIDAY, 100, "150.9728").perUnit());
        assertEquals(new BigDecimal("11.2"), rate(FRIDAY, 1, "11.200").perUnit());
    }

    @Test
    void a_day_without_a_rate_takes_that_of_the_last_day_before_it_for_a_week() {
        ExchangeRates rates = new ExchangeRates(DKK, List.of(rate(FRIDAY, 100, "150.97")));

        assertEquals(Optional.empty(), rates.on(FRIDAY.minusDays(1)));
        assertEquals(Optional.of(FRIDAY), rates.on(FRIDAY).map(ExchangeRate::date));
        assertEquals(Optional.of(FRIDAY), rates.on(FRIDAY.plusDays(7)).map(ExchangeRate::date));
        assertEquals(Optional.empty(), rates.on(FRIDAY.plusDays(8)));
        assertEquals(Optional.empty(), rates.perUnit(FRIDAY.plusDays(8)));
    }

    @Test
    void kroner_are_worth_themselves_on_every_day() {
        assertEquals(Optional.of(BigDecimal.ONE), ExchangeRates.KRONER.perUnit(FRIDAY));
    }

    @Test
    void what_is_no_rate_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> rate(FRIDAY, 1, "0"));
        assertThrows(IllegalArgumentException.class, () -> rate(FRIDAY, 7, "1.5"));
        assertThrows(IllegalArgumentException.class, () -> rate(FRIDAY, 1, "1.12345678901"));
        assertThrows(
                IllegalArgumentException.class, () -> new ExchangeRate(Money.NOK, FRIDAY, 1, BigDecimal.valueOf(2)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ExchangeRates(DKK, List.of(rate(FRIDAY, 1, "1.5"), rate(FRIDAY, 1, "1.6"))));
    }
}
