package no.avstemt.persistence.dimension;

import java.util.Collection;
import java.util.List;
import no.avstemt.application.dimension.DimensionStore;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.persistence.database.Bulk;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Works inside the transaction of its handle. */
public final class JdbiDimensions implements DimensionStore {

    private final Handle handle;

    public JdbiDimensions(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void addMissing(ClientAccountId client, Collection<DimensionRef> values) {
        Update insert = handle.createUpdate("""
                        INSERT INTO dimension_value (client_account_id, type, key, name)
                        SELECT :client, v.type, v.key, v.key
                          FROM unnest(:type::text[], :key::text[]) AS v (type, key)
                         ORDER BY v.type, v.key
                            ON CONFLICT (client_account_id, type, key) DO NOTHING
                        """).bind("client", client.value());
        Bulk.of(insert, List.copyOf(values))
                .texts("type", value -> value.type().apiName())
                .texts("key", DimensionRef::key);
        insert.execute();
    }
}
