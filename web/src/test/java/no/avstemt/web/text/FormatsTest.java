package no.avstemt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import no.avstemt.application.access.Language;
import no.avstemt.domain.money.Money;
import org.junit.jupiter.api.Test;

final class FormatsTest {

    private final Formats norwegian = Formats.in(Language.NORWEGIAN);
    private final Formats english = Formats.in(Language.ENGLISH);

    @Test
    void amounts_are_written_to_the_ore() {
        String table = """
                0                     0,00                           0.00
                5                     0,05                           0.05
                -5                    −0,05                          −0.05
                99                    0,99                           0.99
                100                   1,00                           1.00
                99999                 999,99                         999.99
                123450                1_234,50                       1,234.50
                -123456789            −1_234_567,89                  −1,234,567.89
                9223372036854775807   92_233_720_368_547_758,07      92,233,720,368,547,758.07
                -9223372036854775808  −92_233_720_368_547_758,08     −92,233,720,368,547,758.08
                """;

        table.lines().forEach(line -> {
            String[] cells = line.split(" +");
            long ore = Long.parseLong(cells[0]);
            assertEquals(cells[1].replace('_', '\u00A0'), norwegian.amount(ore));
            assertEquals(cells[2], english.amount(ore));
        });
    }

    @Test
    void amounts_of_several_currencies_stand_side_by_side() {
        Money kroner = Money.ofOre(-12_300);
        Money danish = new Money(50, Currency.getInstance("DKK"));
        Money nothing = new Money(0, Currency.getInstance("EUR"));

        assertEquals("−123,00 · 0,50 DKK", norwegian.amounts(List.of(kroner, danish, nothing)));
        assertEquals("0.50 DKK", english.amounts(List.of(Money.ofOre(0), danish)));
        assertEquals("0,00", norwegian.amounts(List.of(nothing)));
        assertEquals("0,00", norwegian.amounts(List.of()));
    }

    @Test
    void a_statement_shows_nothing_as_a_quiet_dash() {
        assertEquals("–", norwegian.statementAmount(0));
        assertEquals("0,01", norwegian.statementAmount(1));
    }

    @Test
    void dates_counts_and_moments_follow_the_language_and_oslo() {
        LocalDate day = LocalDate.of(2026, 2, 9);
        Instant morning = Instant.parse("2026-07-01T05:23:00Z");

        assertEquals("09.02.2026", norwegian.date(day));
        assertEquals("9. februar 2026", norwegian.longDate(day));
        assertEquals("9 Feb 2026", english.date(day));
        assertEquals("9 February 2026", english.longDate(day));
        assertEquals("01.07.2026 07:23", norwegian.dateAndTime(morning));
        assertEquals("12\u00A0345", norwegian.count(12_345));
        assertEquals("918\u00A0713\u00A0867", norwegian.organisationNumber("918713867"));
        assertEquals("ukjent", norwegian.organisationNumber("ukjent"));
        assertEquals("9001\u00A021\u00A070938", english.bankAccount("90012170938"));
        assertEquals("GB33BUKB", norwegian.bankAccount("GB33BUKB"));
    }
}
