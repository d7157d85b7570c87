package no.avstemt.application.favourite;

import java.time.Instant;
import java.util.List;
import no.avstemt.application.access.UserId;
import no.avstemt.domain.client.ClientAccountId;

/** The favourites of each user, client account by client account. */
public interface FavouriteStore {

    /** By name. */
    List<Favourite> of(ClientAccountId client, UserId user);

    /** In the place of one with the same name. */
    void keep(ClientAccountId client, UserId user, Favourite favourite, Instant now);

    void remove(ClientAccountId client, UserId user, String name);
}
