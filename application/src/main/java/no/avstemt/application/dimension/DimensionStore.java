package no.avstemt.application.dimension;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.MandatoryDimensions;

/** The dimension values of a client account, as lines need them; a register of them is kept elsewhere. */
public interface DimensionStore {

    /** Adds those that are not there, named by their key until somebody names them. */
    void addMissing(ClientAccountId client, Collection<DimensionRef> values);

    /** Those of these that the client account has. */
    Map<DimensionRef, Known> find(ClientAccountId client, Collection<DimensionRef> values);

    /** The key that the client account has for those of these that differ from it in large and small letters alone. */
    Map<DimensionRef, String> inOtherLetters(ClientAccountId client, Collection<DimensionRef> values);

    /** Those of these ids that the client account has. */
    Map<Long, Known> byId(ClientAccountId client, Collection<Long> ids);

    MandatoryDimensions mandatory(ClientAccountId client);

    /** From now on lines on the account must be about these types, and no others must. */
    void require(ClientAccountId client, AccountCode account, Set<DimensionType> types);

    /** @param active whether it can be chosen for new lines */
    record Known(long id, DimensionRef ref, String name, boolean active) {}
}
