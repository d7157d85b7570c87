package no.avstemt.persistence.once;

import static no.avstemt.persistence.database.Rows.utc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.once.Answer;
import no.avstemt.application.once.AnswerStore.Kept;
import no.avstemt.application.once.OfficeAnswerStore;
import no.avstemt.application.once.OfficeKeyed;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Works inside the transaction of its handle. */
public final class JdbiOfficeAnswers implements OfficeAnswerStore {

    private static final String MINE = " user_id = :user AND key = :key";

    private final Handle handle;

    public JdbiOfficeAnswers(Handle handle) {
        this.handle = handle;
    }

    @Override
    public boolean claim(OfficeKeyed request, Instant now, Instant abandonedBefore) {
        return named(handle.createUpdate("""
                        INSERT INTO office_idempotency_key (user_id, key, operation, claimed_at)
                        VALUES (:user, :key, :operation, :now)
                        ON CONFLICT (user_id, key) DO UPDATE
                           SET operation = excluded.operation, claimed_at = excluded.claimed_at
                         WHERE office_idempotency_key.answer IS NULL
                           AND office_idempotency_key.claimed_at < :abandoned
                        """), request)
                        .bind("operation", request.operation())
                        .bind("now", utc(now))
                        .bind("abandoned", utc(abandonedBefore))
                        .execute()
                == 1;
    }

    @Override
    public Optional<Kept> find(OfficeKeyed request) {
        return named(handle.createQuery("""
                        SELECT operation, body_sha256, status, media_type, headers, answer
                          FROM office_idempotency_key
                         WHERE answer IS NOT NULL AND""" + MINE), request)
                .map((row, context) -> JdbiAnswers.kept(row))
                .findOne();
    }

    @Override
    public void keep(OfficeKeyed request, Instant claimedAt, byte[] bodySha256, Answer answer) {
        named(handle.createUpdate("""
                        UPDATE office_idempotency_key
                           SET body_sha256 = :sha256, status = :status, media_type = :type, headers = :headers,
                               answer = :answer
                         WHERE claimed_at = :claimed AND""" + MINE), request)
                .bind("claimed", utc(claimedAt))
                .bind("sha256", bodySha256)
                .bind("status", answer.status())
                .bind("type", answer.mediaType())
                .bindArray("headers", String.class, List.copyOf(answer.headers()))
                .bind("answer", answer.content())
                .execute();
    }

    @Override
    public void giveBack(OfficeKeyed request, Instant claimedAt) {
        named(
                        handle.createUpdate(
                                "DELETE FROM office_idempotency_key WHERE claimed_at = :claimed AND answer IS NULL AND"
                                        + MINE),
                        request)
                .bind("claimed", utc(claimedAt))
                .execute();
    }

    @Override
    public void forgetBefore(Instant moment) {
        handle.createUpdate("DELETE FROM office_idempotency_key WHERE claimed_at < :before")
                .bind("before", utc(moment))
                .execute();
    }

    private static <T extends SqlStatement<T>> T named(T statement, OfficeKeyed request) {
        return statement.bind("user", request.user().value()).bind("key", request.key());
    }
}
