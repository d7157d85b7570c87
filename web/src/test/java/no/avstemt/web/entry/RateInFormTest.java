package no.avstemt.web.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.currency.ExchangeRate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A line in another currency, written by hand without a rate. */
final class RateInFormTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 16);
    private static final LocalDate FRIDAY = DAY.minusDays(3);

    @AutoClose
    private final WritingOffice office = new WritingOffice();

    private HttpResponse<String> written(String wish) {
        return office.post(
                "/journal-entries/new",
                "do",
                wish,
                "date",
                DAY.toString(),
                "description",
                "Reise",
                "account",
                "7140",
                "debit",
                "100",
                "credit",
                "",
                "currency",
                "dkk",
                "rate",
                "",
                "account",
                "1900",
                "debit",
                "",
                "credit",
                "157,42",
                "currency",
                "",
                "rate",
                "");
    }

    @Test
    void the_rate_of_the_date_is_taken_and_the_form_says_which_it_was() {
        ClientAccountId client = new ClientAccountId(1);
        office.books.change(
                client,
                stores -> stores.rates()
                        .put(
                                client,
                                List.of(new ExchangeRate(
                                        Currency.getInstance("DKK"), FRIDAY, 100, new BigDecimal("157.42")))));

        HttpResponse<String> shown = written("add");
        assertEquals(200, shown.statusCode());
        assertTrue(shown.body().contains("kurs 1,5742 fra 13.03.2026"), shown.body());

        assertEquals(303, written("post").statusCode());
        FullEntry entry = office.entries(DAY, false).get(0);
        assertEquals(15_742, entry.lines().get(0).amount());
        assertEquals(
                new BigDecimal("1.5742"), entry.lines().get(0).exchangeRate().stripTrailingZeros());
    }

    @Test
    void without_a_rate_the_form_asks_for_one() {
        HttpResponse<String> refused = written("post");

        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("kurs"), refused.body());
    }
}
