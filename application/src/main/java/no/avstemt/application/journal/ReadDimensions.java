package no.avstemt.application.journal;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.dimension.DimensionStore.Known;
import no.avstemt.domain.client.ClientAccountId;

/** The values that lines name by their ids. */
public final class ReadDimensions {

    private final UnitOfWork unit;

    public ReadDimensions(UnitOfWork unit) {
        this.unit = unit;
    }

    /** Those of these ids that the client account has. */
    public Map<Long, Known> run(ClientAccountId client, Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : unit.read(Set.of(client), stores -> stores.dimensions().byId(client, ids));
    }
}
