package no.avstemt.application.access;

import no.avstemt.domain.client.ClientAccountId;

final class InMemoryAccessTest extends AccessStoreContract {

    private final InMemoryAccess store = new InMemoryAccess();
    private long clients;

    @Override
    protected AccessStore store() {
        return store;
    }

    @Override
    protected ApiKeyId addKey(ApiKey key) {
        return store.addKey(key);
    }

    @Override
    protected ClientAccountId newClient() {
        return new ClientAccountId(++clients);
    }
}
