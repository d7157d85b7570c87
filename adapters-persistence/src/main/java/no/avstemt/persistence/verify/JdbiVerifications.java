package no.avstemt.persistence.verify;

import static no.avstemt.persistence.database.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.access.UserId;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.verify.Check;
import no.avstemt.application.verify.Fault;
import no.avstemt.application.verify.Verification;
import no.avstemt.application.verify.VerificationStore;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.ChainHash;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/** Works inside the transaction of its handle. */
public final class JdbiVerifications implements VerificationStore {

    private static final int FIELDS = 4;
    private static final String SELECT = """
            SELECT verification_id, started_at, started_by, told_at, ended_at, total, entries, lines, chain_hash,
                   fault_count, faults
              FROM verification
             WHERE client_account_id = :client
            """;

    private final Handle handle;

    public JdbiVerifications(Handle handle) {
        this.handle = handle;
    }

    @Override
    public long begin(ClientAccountId client, Actor actor, Instant at, long total) {
        return handle.createQuery("""
                        INSERT INTO verification (client_account_id, started_at, started_by, started_by_user, told_at, total)
                        VALUES (:client, :at, :by, :user, :at, :total)
                        RETURNING verification_id
                        """)
                .bind("client", client.value())
                .bind("at", utc(at))
                .bind("by", actor.name())
                .bind("user", actor.user().map(UserId::value).orElse(null))
                .bind("total", total)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public void progress(ClientAccountId client, long id, Instant at, long entries, long lines) {
        handle.createUpdate("""
                        UPDATE verification
                           SET told_at = :at, entries = :entries, lines = :lines
                         WHERE client_account_id = :client AND verification_id = :id
                        """)
                .bind("client", client.value())
                .bind("id", id)
                .bind("at", utc(at))
                .bind("entries", entries)
                .bind("lines", lines)
                .execute();
    }

    @Override
    public void end(ClientAccountId client, Verification done) {
        handle.createUpdate("""
                        UPDATE verification
                           SET told_at = :at, ended_at = :at, entries = :entries, lines = :lines, chain_hash = :hash,
                               fault_count = :count, faults = :faults
                         WHERE client_account_id = :client AND verification_id = :id
                        """)
                .bind("client", client.value())
                .bind("id", done.id())
                .bind("at", utc(done.toldAt()))
                .bind("entries", done.entries())
                .bind("lines", done.lines())
                .bind("hash", done.head().map(ChainHash::bytes).orElse(null))
                .bind("count", done.faultCount())
                .bindArray("faults", String.class, written(done.faults()))
                .execute();
    }

    @Override
    public Optional<Verification> find(ClientAccountId client, long id) {
        return handle.createQuery(SELECT + " AND verification_id = :id")
                .bind("client", client.value())
                .bind("id", id)
                .map((row, context) -> verification(row))
                .findOne();
    }

    @Override
    public long count(ClientAccountId client) {
        return handle.createQuery("SELECT count(*) FROM verification WHERE client_account_id = :client")
                .bind("client", client.value())
                .mapTo(Long.class)
                .one();
    }

    @Override
    public List<Verification> page(ClientAccountId client, long offset, int most) {
        return handle.createQuery(SELECT + " ORDER BY verification_id DESC LIMIT :most OFFSET :offset")
                .bind("client", client.value())
                .bind("most", most)
                .bind("offset", offset)
                .map((row, context) -> verification(row))
                .list();
    }

    private static Verification verification(ResultSet row) throws SQLException {
        return new Verification(
                row.getLong("verification_id"),
                Rows.instant(row, "started_at"),
                row.getString("started_by"),
                Rows.instant(row, "told_at"),
                Rows.optionalInstant(row, "ended_at"),
                row.getLong("total"),
                row.getLong("entries"),
                row.getLong("lines"),
                Optional.ofNullable(row.getBytes("chain_hash")).map(ChainHash::new),
                row.getLong("fault_count"),
                read((String[]) row.getArray("faults").getArray()));
    }

    private static List<String> written(List<Fault> faults) {
        List<String> written = new ArrayList<>();
        for (Fault fault : faults) {
            written.add(fault.check().name());
            written.add(fault.subject());
            written.add(fault.expected());
            written.add(fault.found());
        }
        return written;
    }

    private static List<Fault> read(String[] written) {
        List<Fault> faults = new ArrayList<>();
        for (int at = 0; at + FIELDS <= written.length; at += FIELDS) {
            faults.add(new Fault(Check.valueOf(written[at]), written[at + 1], written[at + 2], written[at + 3]));
        }
        return faults;
    }
}
