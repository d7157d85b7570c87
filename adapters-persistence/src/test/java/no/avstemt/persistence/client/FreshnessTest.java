package no.avstemt.persistence.client;

import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.client.ClientStore.ClientName;
import no.avstemt.application.client.ClientStore.Freshness;
import no.avstemt.application.settlement.FeedState;
import no.avstemt.application.settlement.Stream;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class FreshnessTest {

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final LedgerId first = new LedgerId("418207");
    private final LedgerId second = new LedgerId("418208");
    private final ClientAccountId client = BOOKS.client("Kaffebaren Nord AS", first, second);

    @Test
    void a_client_is_as_fresh_as_the_ledger_that_is_furthest_behind() {
        assertEquals(new Freshness(Optional.empty(), Optional.empty(), Optional.empty()), freshness());
        fetchedAndBooked(first, NOW, DAY);
        assertEquals(new Freshness(Optional.empty(), Optional.empty(), Optional.empty()), freshness());
        fetchedAndBooked(second, NOW.minusSeconds(60), DAY.plusDays(1));

        assertEquals(new Freshness(Optional.of(NOW.minusSeconds(60)), Optional.of(DAY), Optional.of(DAY)), freshness());
        assertEquals(
                List.of(new ClientName(client, "Kaffebaren Nord AS", new OrgNumber("974760673"))),
                BOOKS.read(client, stores -> stores.clients().names()));
    }

    private Freshness freshness() {
        return BOOKS.read(client, stores -> stores.clients().freshness(client));
    }

    private void fetchedAndBooked(LedgerId ledger, Instant at, LocalDate day) {
        BOOKS.change(client, stores -> {
            for (Stream stream : List.of(Stream.FUNDS, Stream.FEES)) {
                stores.ledgers()
                        .save(client, ledger, stream, new FeedState("c", 1, Optional.of(day), Optional.of(at), at));
            }
            stores.ledgers()
                    .save(
                            client,
                            ledger,
                            stores.ledgers().lockState(client, ledger).bookedTo(day));
        });
    }
}
