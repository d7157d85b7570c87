package no.avstemt.persistence.settlement;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.avstemt.application.settlement.EntryPage.Fetched;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.database.Bulk;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Personal data of settlement entries, apart from them. */
final class PersonsOfEntries {

    private final Handle handle;
    private final ClientAccountId client;

    PersonsOfEntries(Handle handle, ClientAccountId client) {
        this.handle = handle;
        this.client = client;
    }

    /** Only where it is chosen now, whatever was chosen when it was asked for. */
    void keep(List<Map.Entry<UUID, Fetched>> rows) {
        List<Map.Entry<UUID, Fetched>> personal = rows.stream()
                .filter(row -> row.getValue().personal().isPresent())
                .toList();
        if (personal.isEmpty()) {
            return;
        }
        Update insert = handle.createUpdate("""
                        INSERT INTO settlement_person (client_account_id, settlement_entry_id, data)
                        SELECT e.client_account_id, e.settlement_entry_id, p.data
                          FROM unnest(:key::uuid[], :data::text[]) AS p (key, data)
                          JOIN settlement_entry e ON e.client_account_id = :client AND e.natural_key = p.key
                           AND e.ledger_date = ANY (:dates::date[])
                          JOIN personal_data_choice c ON c.client_account_id = :client
                           FOR SHARE OF c
                        """)
                .bind("client", client.value())
                .bindArray(
                        "dates",
                        String.class,
                        JdbiSettlements.datesOf(
                                personal.stream().map(Map.Entry::getValue).toList()));
        Bulk.of(insert, personal)
                .uuids("key", Map.Entry::getKey)
                .optionalTexts("data", row -> row.getValue().personal());
        insert.execute();
    }
}
