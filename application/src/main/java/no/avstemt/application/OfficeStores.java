package no.avstemt.application;

import no.avstemt.application.access.ApiKeyStore;
import no.avstemt.application.audit.OfficeHistory;
import no.avstemt.application.favourite.FavouriteStore;

/** The stores of what belongs to the office or one of its people, and not to the books of a client account. */
public interface OfficeStores {

    OfficeHistory history();

    ApiKeyStore apiKeys();

    FavouriteStore favourites();
}
