package no.avstemt.persistence.access;

import java.util.Set;
import no.avstemt.application.access.AccessStore;
import no.avstemt.application.access.AccessStoreContract;
import no.avstemt.application.access.ApiKey;
import no.avstemt.application.access.ApiKeyId;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;

final class JdbiAccessTest extends AccessStoreContract {
    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    @BeforeEach
    void nobody() {
        BOOKS.database()
                .asOwner(
                        owner -> owner.execute(
                                "TRUNCATE app_user, office_favourite, session, api_key, api_key_calls, user_client, api_key_client"));
    }

    @Override
    protected AccessStore store() {
        return new JdbiAccess(BOOKS.database().transactions());
    }

    @Override
    protected ApiKeyId addKey(ApiKey key) {
        return BOOKS.unit().write(Set.of(), stores -> stores.office().apiKeys().add(key));
    }

    @Override
    protected ClientAccountId newClient() {
        return BOOKS.client("Kaffebaren Nord AS");
    }
}
