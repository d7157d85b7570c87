package no.avstemt.persistence.posting;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.avstemt.application.posting.GranularityStore;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.posting.Granularities;
import no.avstemt.domain.posting.Granularities.Choice;
import no.avstemt.domain.posting.Granularity;
import no.avstemt.domain.posting.Spans;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.database.Bulk;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** Works inside the transaction of its handle. */
public final class JdbiGranularities implements GranularityStore {

    private final Handle handle;

    public JdbiGranularities(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Granularities chosen(ClientAccountId client) {
        return new Granularities(handle.createQuery("""
                        SELECT valid_from, granularity
                          FROM granularity_choice
                         WHERE client_account_id = :client
                        """)
                .bind("client", client.value())
                .map((row, context) ->
                        new Choice(Rows.date(row, "valid_from"), Granularity.valueOf(row.getString("granularity"))))
                .list());
    }

    @Override
    public void choose(ClientAccountId client, Choice choice) {
        handle.createUpdate("DELETE FROM granularity_choice WHERE client_account_id = :client AND valid_from >= :from")
                .bind("client", client.value())
                .bind("from", choice.from())
                .execute();
        handle.createUpdate("""
                        INSERT INTO granularity_choice (client_account_id, valid_from, granularity)
                        VALUES (:client, :from, :granularity)
                        """)
                .bind("client", client.value())
                .bind("from", choice.from())
                .bind("granularity", choice.granularity().name())
                .execute();
    }

    @Override
    public Set<LocalDate> payoutDates(ClientAccountId client, LedgerId ledger, Period dates) {
        return new HashSet<>(range("""
                        SELECT DISTINCT ledger_date
                          FROM settlement_entry
                         WHERE client_account_id = :client AND ledger_id = :ledger AND topic = 'funds'
                           AND ledger_date BETWEEN :first AND :last AND vipps_type = ANY (:types)
                           AND vipps_type NOT IN ('capture', 'capture-fee')
                        """, client, ledger, dates)
                .bindArray("types", String.class, EntryType.PAYOUT_SCHEDULED.vippsNames())
                .mapTo(LocalDate.class)
                .list());
    }

    @Override
    public void add(ClientAccountId client, LedgerId ledger, List<Period> spans) {
        if (spans.isEmpty()) {
            return;
        }
        Update insert = handle.createUpdate("""
                        INSERT INTO booked_span (client_account_id, ledger_id, first_date, last_date)
                        SELECT :client, :ledger, first_date::date, last_date::date
                          FROM unnest(:first::text[], :last::text[]) AS s (first_date, last_date)
                            ON CONFLICT DO NOTHING
                        """).bind("client", client.value()).bind("ledger", ledger.value());
        Bulk.of(insert, spans).dates("first", Period::first).dates("last", Period::last);
        insert.execute();
    }

    @Override
    public Spans spans(ClientAccountId client, LedgerId ledger, Period dates) {
        return new Spans(range("""
                        SELECT first_date, last_date
                          FROM booked_span
                         WHERE client_account_id = :client AND ledger_id = :ledger
                           AND last_date >= :first AND first_date <= :last
                        """, client, ledger, dates)
                .map((row, context) -> new Period(Rows.date(row, "first_date"), Rows.date(row, "last_date")))
                .list());
    }

    @Override
    public void forgetSpans(ClientAccountId client, LedgerId ledger) {
        handle.createUpdate("DELETE FROM booked_span WHERE client_account_id = :client AND ledger_id = :ledger")
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .execute();
    }

    @Override
    public void waitsTo(ClientAccountId client, LedgerId ledger, LocalDate date) {
        handle.createUpdate("""
                        UPDATE ledger_state
                           SET waits_to = :date
                         WHERE client_account_id = :client AND ledger_id = :ledger
                        """)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bind("date", date)
                .execute();
    }

    private Query range(String sql, ClientAccountId client, LedgerId ledger, Period dates) {
        return handle.createQuery(sql)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bind("first", dates.first())
                .bind("last", dates.last());
    }
}
