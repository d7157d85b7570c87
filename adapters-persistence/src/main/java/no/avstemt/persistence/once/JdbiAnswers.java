package no.avstemt.persistence.once;

import static no.avstemt.persistence.database.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.once.Answer;
import no.avstemt.application.once.AnswerStore;
import no.avstemt.application.once.Keyed;
import no.avstemt.persistence.database.Bulk;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

/** Works inside the transaction of its handle. */
public final class JdbiAnswers implements AnswerStore {

    private static final String LOCK_TIMEOUT = "55P03";

    private static final String MINE = " client_account_id = :client AND user_id = :user AND key = :key";

    private final Handle handle;

    public JdbiAnswers(Handle handle) {
        this.handle = handle;
    }

    @Override
    public boolean take(Keyed request, Instant now) {
        handle.execute("SET LOCAL lock_timeout = '5s'");
        boolean free = inserted(request, now);
        handle.execute("SET LOCAL lock_timeout TO DEFAULT");
        return free;
    }

    /** Waits for a transaction that has inserted the same row: when that commits the key is taken, else it is free. */
    private boolean inserted(Keyed request, Instant now) {
        try {
            return named(handle.createUpdate("""
                            INSERT INTO idempotency_key (client_account_id, user_id, key, operation, created_at)
                            VALUES (:client, :user, :key, :operation, :now)
                            ON CONFLICT DO NOTHING
                            """), request)
                            .bind("operation", request.operation())
                            .bind("now", utc(now))
                            .execute()
                    == 1;
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException cause && LOCK_TIMEOUT.equals(cause.getSQLState())) {
                throw new StillAnswering(e);
            }
            throw e;
        }
    }

    @Override
    public Optional<Kept> find(Keyed request) {
        return named(
                        handle.createQuery(
                                "SELECT operation, body_sha256, status, media_type, headers, answer FROM idempotency_key WHERE"
                                        + MINE),
                        request)
                .map((row, ctx) -> kept(row))
                .findOne();
    }

    static Kept kept(ResultSet row) throws SQLException {
        Answer answer = new Answer(
                row.getInt("status"),
                row.getString("media_type"),
                Arrays.asList((String[]) row.getArray("headers").getArray()),
                row.getBytes("answer"));
        return new Kept(row.getString("operation"), row.getBytes("body_sha256"), answer);
    }

    @Override
    public void keep(Keyed request, byte[] bodySha256, Answer answer) {
        named(handle.createUpdate("""
                        UPDATE idempotency_key
                           SET body_sha256 = :sha256, status = :status, media_type = :type, headers = :headers,
                               answer = :answer
                         WHERE""" + MINE), request)
                .bind("sha256", bodySha256)
                .bind("status", answer.status())
                .bind("type", answer.mediaType())
                .bindArray("headers", String.class, List.copyOf(answer.headers()))
                .bind("answer", answer.content())
                .execute();
    }

    @Override
    public void giveBack(Keyed request) {
        named(handle.createUpdate("DELETE FROM idempotency_key WHERE" + MINE), request)
                .execute();
    }

    /**
     * Leaves to others what others are deleting. Mostly there is nothing, which the index by age tells at once: it is read
     * in its order, since of a table that grows the planner may know too little to choose it else.
     */
    @Override
    public void forgetBefore(Keyed request, Instant moment) {
        List<Old> old = handle.createQuery("""
                        SELECT user_id, key
                          FROM idempotency_key
                         WHERE client_account_id = :client AND created_at < :before
                         ORDER BY created_at
                         LIMIT 100
                           FOR UPDATE SKIP LOCKED
                        """)
                .bind("client", request.client().value())
                .bind("before", utc(moment))
                .map((row, context) -> new Old(row.getLong("user_id"), row.getString("key")))
                .list();
        if (old.isEmpty()) {
            return;
        }
        Update delete = handle.createUpdate("""
                        DELETE FROM idempotency_key
                         WHERE client_account_id = :client
                           AND (user_id, key) IN (SELECT * FROM unnest(:user::bigint[], :key::text[]))
                        """).bind("client", request.client().value());
        Bulk.of(delete, old).longs("user", Old::user).texts("key", Old::key);
        delete.execute();
    }

    private record Old(long user, String key) {}

    private static <T extends SqlStatement<T>> T named(T statement, Keyed request) {
        return statement
                .bind("client", request.client().value())
                .bind("user", request.user().value())
                .bind("key", request.key());
    }
}
