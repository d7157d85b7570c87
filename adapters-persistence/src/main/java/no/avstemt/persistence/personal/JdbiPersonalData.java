package no.avstemt.persistence.personal;

import static no.avstemt.persistence.database.Rows.utc;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import no.avstemt.application.personal.PersonalDataChoice;
import no.avstemt.application.personal.PersonalDataStore;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/** Works inside the transaction of its handle. */
public final class JdbiPersonalData implements PersonalDataStore {

    private final Handle handle;

    public JdbiPersonalData(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Optional<PersonalDataChoice> find(ClientAccountId client) {
        return handle.createQuery("""
                        SELECT reason, kept_days, chosen_at
                          FROM personal_data_choice
                         WHERE client_account_id = :client
                        """)
                .bind("client", client.value())
                .map((row, context) -> new PersonalDataChoice(
                        row.getString("reason"), row.getInt("kept_days"), Rows.instant(row, "chosen_at")))
                .findOne();
    }

    @Override
    public void choose(ClientAccountId client, PersonalDataChoice choice) {
        handle.createUpdate("""
                        INSERT INTO personal_data_choice (client_account_id, reason, kept_days, chosen_at)
                        VALUES (:client, :reason, :days, :at)
                            ON CONFLICT (client_account_id)
                            DO UPDATE SET reason = excluded.reason, kept_days = excluded.kept_days
                        """)
                .bind("client", client.value())
                .bind("reason", choice.reason())
                .bind("days", choice.keptDays())
                .bind("at", utc(choice.chosenAt()))
                .execute();
    }

    /** Waits for those who store, since they hold the row. */
    @Override
    public void refuse(ClientAccountId client) {
        handle.createUpdate("DELETE FROM personal_data_choice WHERE client_account_id = :client")
                .bind("client", client.value())
                .execute();
    }

    @Override
    public Optional<String> of(ClientAccountId client, long settlementEntryId, Instant paidFrom) {
        return handle.createQuery("""
                        SELECT p.data
                          FROM settlement_person p
                          JOIN settlement_entry e USING (client_account_id, settlement_entry_id)
                         WHERE p.client_account_id = :client AND p.settlement_entry_id = :id AND e.time >= :from
                         UNION ALL
                        SELECT p.data
                          FROM settlement_entry e
                          JOIN sale s
                            ON s.client_account_id = e.client_account_id AND s.ledger_id = e.ledger_id
                           AND s.psp_reference = e.psp_reference
                          JOIN sale_person p ON p.client_account_id = s.client_account_id AND p.sale_id = s.sale_id
                         WHERE e.client_account_id = :client AND e.settlement_entry_id = :id AND s.time >= :from
                         LIMIT 1
                        """)
                .bind("client", client.value())
                .bind("id", settlementEntryId)
                .bind("from", utc(paidFrom))
                .mapTo(String.class)
                .findOne();
    }

    @Override
    public int deleteBefore(ClientAccountId client, Instant paidBefore) {
        return entriesBefore(client, paidBefore) + salesBefore(client, paidBefore);
    }

    private int salesBefore(ClientAccountId client, Instant soldBefore) {
        return handle.createUpdate("""
                        DELETE FROM sale_person p
                         USING sale s
                         WHERE p.client_account_id = :client
                           AND s.client_account_id = p.client_account_id AND s.sale_id = p.sale_id
                           AND s.time < :before
                        """)
                .bind("client", client.value())
                .bind("before", utc(soldBefore))
                .execute();
    }

    private int entriesBefore(ClientAccountId client, Instant paidBefore) {
        return handle.createUpdate("""
                        DELETE FROM settlement_person p
                         USING settlement_entry e
                         WHERE p.client_account_id = :client
                           AND e.client_account_id = p.client_account_id
                           AND e.settlement_entry_id = p.settlement_entry_id
                           AND e.time < :before
                        """)
                .bind("client", client.value())
                .bind("before", utc(paidBefore))
                .execute();
    }

    @Override
    public int deleteAll(ClientAccountId client) {
        return Stream.of("settlement_person", "sale_person")
                .mapToInt(table -> handle.createUpdate("DELETE FROM " + table + " WHERE client_account_id = :client")
                        .bind("client", client.value())
                        .execute())
                .sum();
    }
}
