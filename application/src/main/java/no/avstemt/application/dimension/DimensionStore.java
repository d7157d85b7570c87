package no.avstemt.application.dimension;

import java.util.Collection;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;

/** The dimension values of a client account. */
public interface DimensionStore {

    /** Adds those that are not there, named by their key until somebody names them. */
    void addMissing(ClientAccountId client, Collection<DimensionRef> values);
}
