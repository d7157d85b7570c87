package no.avstemt.application.favourite;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.access.UserId;
import no.avstemt.domain.client.ClientAccountId;

/** Each user's own. */
public final class KeepFavourites {

    /** Of one user and client account: more are no favourites. */
    public static final int MOST = 100;

    private final UnitOfWork unit;
    private final Clock clock;

    public KeepFavourites(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    public List<Favourite> of(ClientAccountId client, UserId user) {
        return unit.read(Set.of(client), stores -> stores.office().favourites().of(client, user));
    }

    /** In the place of one with the same name; false when there are too many already. */
    public boolean keep(ClientAccountId client, UserId user, Favourite favourite) {
        return unit.write(Set.of(client), stores -> {
            List<Favourite> before = stores.office().favourites().of(client, user);
            boolean fits = before.size() < MOST
                    || before.stream().anyMatch(each -> each.name().equals(favourite.name()));
            if (fits) {
                stores.office().favourites().keep(client, user, favourite, clock.instant());
            }
            return fits;
        });
    }

    public void remove(ClientAccountId client, UserId user, String name) {
        unit.write(Set.of(client), stores -> {
            stores.office().favourites().remove(client, user, name);
            return true;
        });
    }
}
