package no.avstemt.persistence.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class ClientRegisterTest {

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    @Test
    void the_register_knows_a_client_whoever_asks_and_no_other() {
        ClientAccountId client = BOOKS.client("Kaffebaren Nord AS");
        ClientRegister register = new ClientRegister(BOOKS.database().transactions());

        assertTrue(register.has(client));
        assertFalse(register.has(new ClientAccountId(Long.MAX_VALUE)));
    }
}
