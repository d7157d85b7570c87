package no.avstemt.application.favourite;

import java.time.Instant;
import java.util.List;

/** The favourites of each user: client account by client account, and those about several. */
public interface FavouriteStore {

    /** By name. */
    List<Favourite> of(Shelf shelf);

    /** In the place of one with the same name. */
    void keep(Shelf shelf, Favourite favourite, Instant now);

    void remove(Shelf shelf, String name);
}
