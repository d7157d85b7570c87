package no.avstemt.persistence;

import no.avstemt.application.OfficeStores;
import no.avstemt.application.access.ApiKeyStore;
import no.avstemt.application.audit.OfficeHistory;
import no.avstemt.application.favourite.FavouriteStore;
import no.avstemt.persistence.access.JdbiApiKeys;
import no.avstemt.persistence.audit.JdbiOfficeHistory;
import no.avstemt.persistence.favourite.JdbiFavourites;
import org.jdbi.v3.core.Handle;

/** The stores of the office over the handle of one transaction. */
record JdbiOfficeStores(Handle handle) implements OfficeStores {

    @Override
    public OfficeHistory history() {
        return new JdbiOfficeHistory(handle);
    }

    @Override
    public ApiKeyStore apiKeys() {
        return new JdbiApiKeys(handle);
    }

    @Override
    public FavouriteStore favourites() {
        return new JdbiFavourites(handle);
    }
}
