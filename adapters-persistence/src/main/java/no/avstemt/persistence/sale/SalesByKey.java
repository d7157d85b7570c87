package no.avstemt.persistence.sale;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.StoredSale;
import org.jdbi.v3.core.Handle;

/** Sales as they were stored when they were told the first time. */
public final class SalesByKey {

    private final Handle handle;
    private final ClientAccountId client;

    public SalesByKey(Handle handle, ClientAccountId client) {
        this.handle = handle;
        this.client = client;
    }

    /** Each as it is stored, in this order. */
    public List<Optional<StoredSale>> of(List<Sale> told) {
        List<UUID> keys = told.stream().map(SaleKey::of).toList();
        List<StoredSale> stored = new SaleRows(handle, client)
                .of(handle.createQuery("""
                                SELECT s.*
                                  FROM sale s
                                 WHERE s.client_account_id = :client AND s.natural_key = ANY (:keys::uuid[])
                                """).bind("client", client.value()).bindArray("keys", UUID.class, keys));
        Map<UUID, StoredSale> byKey = new HashMap<>();
        stored.forEach(sale -> byKey.put(SaleKey.of(sale.sale()), sale));
        return keys.stream().map(key -> Optional.ofNullable(byKey.get(key))).toList();
    }
}
