package no.avstemt.application.favourite;

import java.time.Clock;
import java.util.List;
import no.avstemt.application.UnitOfWork;

/** Each user's own. */
public final class KeepFavourites {

    /** On one shelf: more are no favourites. */
    public static final int MOST = 100;

    private final UnitOfWork unit;
    private final Clock clock;

    public KeepFavourites(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    public List<Favourite> of(Shelf shelf) {
        return unit.read(shelf.clients(), stores -> stores.office().favourites().of(shelf));
    }

    /** In the place of one with the same name; false when there are too many already. */
    public boolean keep(Shelf shelf, Favourite favourite) {
        return unit.write(shelf.clients(), stores -> {
            List<Favourite> before = stores.office().favourites().of(shelf);
            boolean fits = before.size() < MOST
                    || before.stream().anyMatch(each -> each.name().equals(favourite.name()));
            if (fits) {
                stores.office().favourites().keep(shelf, favourite, clock.instant());
            }
            return fits;
        });
    }

    public void remove(Shelf shelf, String name) {
        unit.write(shelf.clients(), stores -> {
            stores.office().favourites().remove(shelf, name);
            return true;
        });
    }
}
