package no.avstemt.persistence.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class ClientRegisterTest {

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final ClientRegister register = new ClientRegister(BOOKS.database().transactions());

    @Test
    void a_client_account_is_known_from_when_it_is_there_and_no_other_is() {
        ClientAccountId client = BOOKS.client("Kaffebaren Nord AS", new LedgerId("302900"), new LedgerId("302901"));
        ClientAccountId next = new ClientAccountId(client.value() + 1);

        assertTrue(register.has(client));
        assertFalse(register.has(next));

        assertTrue(register.has(client));
        assertTrue(register.has(BOOKS.client("Isbaren Sør AS", new LedgerId("302902"), new LedgerId("302903"))));
    }
}
