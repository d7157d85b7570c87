package no.avstemt.persistence.access;

import java.time.Duration;
import java.util.List;
import no.avstemt.application.access.ApiKeyId;
import no.avstemt.application.access.CallStore;
import no.avstemt.persistence.database.Transactions;
import org.jdbi.v3.core.Handle;

/**
 * The clock is the database's, which all copies of the program share. A crash may forget the last moment's calls, so that
 * nobody waits for the disk.
 */
public final class JdbiCalls implements CallStore {

    private final Transactions transactions;

    public JdbiCalls(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Taken take(ApiKeyId key, int wanted, int perMinute) {
        return transactions.write(List.of(), handle -> {
            handle.execute("SET LOCAL synchronous_commit = off");
            use(handle, key);
            return taken(handle, key, wanted, perMinute);
        });
    }

    private static void use(Handle handle, ApiKeyId key) {
        handle.createUpdate("""
                        UPDATE api_key
                           SET last_used_at = now()
                         WHERE api_key_id = :key
                           AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')
                        """).bind("key", key.value()).execute();
    }

    /** What a call is worth is not a whole number of microseconds, hence the thousandth of a call. */
    private static Taken taken(Handle handle, ApiKeyId key, int wanted, int perMinute) {
        return handle.createQuery("""
                        INSERT INTO api_key_calls AS c (api_key_id, taken_to, granted)
                        VALUES (:key, now() + interval '1 minute' * :wanted::float8 / :perMinute, :wanted)
                            ON CONFLICT (api_key_id) DO UPDATE
                           SET (taken_to, granted) = (
                               SELECT debt.until + interval '1 minute' * room.calls::float8 / :perMinute, room.calls
                                 FROM (SELECT greatest(c.taken_to, now()) AS until) debt,
                                      LATERAL (SELECT greatest(0, least(:wanted, floor(
                                          extract(epoch FROM now() + interval '1 minute' - debt.until)
                                              * :perMinute / 60 + 0.001)))::int AS calls) room)
                        RETURNING granted, (extract(epoch FROM taken_to - now()) * 1000000)::bigint AS ahead_micros
                        """)
                .bind("key", key.value())
                .bind("wanted", wanted)
                .bind("perMinute", perMinute)
                .map((row, context) ->
                        new Taken(row.getInt("granted"), Duration.ofNanos(row.getLong("ahead_micros") * 1_000)))
                .one();
    }
}
