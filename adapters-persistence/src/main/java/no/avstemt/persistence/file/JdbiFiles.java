package no.avstemt.persistence.file;

import static no.avstemt.persistence.database.Rows.utc;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.access.UserId;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.file.FileStore;
import no.avstemt.application.file.FileType;
import no.avstemt.application.file.StoredFile;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Works inside the transaction of its handle. */
public final class JdbiFiles implements FileStore {

    private static final int CHUNK = 1 << 20;
    private static final String SELECT = """
            SELECT file_id, name, media_type, size, encode(sha256, 'hex') AS sha256, entry_id, stored_at, stored_by
              FROM stored_file
             WHERE client_account_id = :client
            """;
    private static final String UNDOCUMENTED = """
              FROM journal_entry e
              JOIN voucher v ON v.client_account_id = :client AND v.voucher_id = e.voucher_id
             WHERE e.client_account_id = :client AND e.posting_date BETWEEN :first AND :last AND v.kind = 'MANUAL'
               AND NOT EXISTS (SELECT
                                 FROM stored_file f
                                WHERE f.client_account_id = :client AND f.entry_id = e.entry_id)
            """;

    private final Handle handle;

    public JdbiFiles(Handle handle) {
        this.handle = handle;
    }

    @Override
    public StoredFile add(ClientAccountId client, NewFile file, Actor actor, Instant at) {
        byte[] content = file.content();
        long id = handle.createQuery("""
                        INSERT INTO stored_file (client_account_id, name, media_type, size, sha256, entry_id, stored_at,
                               stored_by, stored_by_user)
                        VALUES (:client, :name, :type, :size, :sha256, :entry, :at, :by, :user)
                        RETURNING file_id
                        """)
                .bind("client", client.value())
                .bind("name", file.name())
                .bind("type", file.type().mediaType())
                .bind("size", content.length)
                .bind("sha256", HexFormat.of().parseHex(file.sha256()))
                .bind("entry", file.entryId())
                .bind("at", utc(at))
                .bind("by", actor.name())
                .bind("user", actor.user().map(UserId::value).orElse(null))
                .mapTo(Long.class)
                .one();
        for (int from = 0, chunk = 0; from < content.length; from += CHUNK, chunk++) {
            handle.createUpdate("""
                            INSERT INTO file_chunk (client_account_id, file_id, chunk_no, bytes)
                            VALUES (:client, :file, :chunk, :bytes)
                            """)
                    .bind("client", client.value())
                    .bind("file", id)
                    .bind("chunk", chunk)
                    .bind("bytes", Arrays.copyOfRange(content, from, Math.min(content.length, from + CHUNK)))
                    .execute();
        }
        return find(client, id).orElseThrow();
    }

    @Override
    public Optional<StoredFile> find(ClientAccountId client, long fileId) {
        return handle.createQuery(SELECT + " AND file_id = :file")
                .bind("client", client.value())
                .bind("file", fileId)
                .map((row, context) -> file(row))
                .findOne();
    }

    /** @throws IllegalStateException when it is not what was stored */
    @Override
    public Optional<byte[]> content(ClientAccountId client, long fileId) {
        Optional<StoredFile> file = find(client, fileId);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        handle.createQuery("""
                        SELECT bytes
                          FROM file_chunk
                         WHERE client_account_id = :client AND file_id = :file
                         ORDER BY chunk_no
                        """)
                .bind("client", client.value())
                .bind("file", fileId)
                .mapTo(byte[].class)
                .forEach(content::writeBytes);
        byte[] bytes = content.toByteArray();
        if (!HexFormat.of().formatHex(sha256(bytes)).equals(file.get().sha256())) {
            throw new IllegalStateException(
                    "File " + fileId + " of client account " + client + " is not what was stored");
        }
        return Optional.of(bytes);
    }

    @Override
    public List<StoredFile> ofEntry(ClientAccountId client, long entryId) {
        return handle.createQuery(SELECT + " AND entry_id = :entry ORDER BY file_id")
                .bind("client", client.value())
                .bind("entry", entryId)
                .map((row, context) -> file(row))
                .list();
    }

    @Override
    public void remove(ClientAccountId client, long fileId) {
        handle.createUpdate("DELETE FROM stored_file WHERE client_account_id = :client AND file_id = :file")
                .bind("client", client.value())
                .bind("file", fileId)
                .execute();
    }

    @Override
    public long countUndocumented(ClientAccountId client, Period days) {
        return lacking("SELECT count(*) ", "", client, days).mapTo(Long.class).one();
    }

    @Override
    public List<Undocumented> undocumented(ClientAccountId client, Period days, long offset, int most) {
        return lacking("""
                        SELECT e.entry_id, e.fiscal_year, e.number, e.posting_date, e.description, e.created_by,
                               (SELECT coalesce(sum(l.amount), 0)
                                  FROM journal_line l
                                 WHERE l.client_account_id = :client AND l.entry_id = e.entry_id
                                   AND l.amount > 0)::bigint AS debit
                        """, "ORDER BY e.posting_date, e.chain_position LIMIT :most OFFSET :offset", client, days)
                .bind("most", most)
                .bind("offset", offset)
                .map((row, context) -> new Undocumented(
                        new EntryRef(row.getLong("entry_id"), row.getInt("fiscal_year"), row.getLong("number")),
                        Rows.date(row, "posting_date"),
                        row.getString("description"),
                        row.getString("created_by"),
                        row.getLong("debit")))
                .list();
    }

    @Override
    public List<MonthCount> undocumentedMonths(ClientAccountId client) {
        return lacking(
                        "SELECT date_trunc('month', e.posting_date)::date AS month, count(*) AS entries ",
                        "GROUP BY 1 ORDER BY 1",
                        client,
                        Period.EVER)
                .map((row, context) -> new MonthCount(YearMonth.from(Rows.date(row, "month")), row.getLong("entries")))
                .list();
    }

    /** @param what,then as above, never from outside */
    private Query lacking(String what, String then, ClientAccountId client, Period days) {
        return handle.createQuery(what + UNDOCUMENTED + then)
                .bind("client", client.value())
                .bind("first", days.first())
                .bind("last", days.last());
    }

    private static StoredFile file(ResultSet row) throws SQLException {
        return new StoredFile(
                row.getLong("file_id"),
                row.getString("name"),
                FileType.of(row.getString("media_type")).orElseThrow(),
                row.getLong("size"),
                row.getString("sha256"),
                row.getLong("entry_id"),
                Rows.instant(row, "stored_at"),
                row.getString("stored_by"));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
