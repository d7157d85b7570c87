package no.avstemt.persistence.database;

import java.util.Collection;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The one way to the tables: each unit of work is one transaction that sees the given client accounts and no others.
 *
 * <p>Safe for use by many threads. A unit inside a unit is refused: it would be a second transaction, that neither sees
 * nor shares the fate of the first.
 */
public final class Transactions {
    private static final int ATTEMPTS = 3;
    private static final long PAUSE_MILLIS = 20;

    /** A plan kept from when a table was small would read all of it for every page of an import. */
    private static final String FRESH_PLANS = "SET LOCAL plan_cache_mode = force_custom_plan; ";

    private final Jdbi jdbi;
    private final String place;
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    Transactions(Jdbi jdbi, String place) {
        this.jdbi = jdbi;
        this.place = place;
    }

    /**
     * Commits when {@code work} returns and rolls back when it throws. After a deadlock or a serialization failure all
     * of it is done again, three times in all, so it must change nothing outside the database.
     *
     * @throws IllegalStateException inside another unit
     * @throws DatabaseUnavailable when the database is lost or its disk is full
     */
    public <T> T write(Collection<Long> clients, Function<Handle, T> work) {
        return run(() -> once(FRESH_PLANS + scope(clients), work));
    }

    /** The same, read only, and all of it at one moment: its parts agree while others post. */
    public <T> T read(Collection<Long> clients, Function<Handle, T> work) {
        return run(() -> once("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; " + scope(clients), work));
    }

    /**
     * One statement that reads tables of the office: of client accounts it sees nothing. It is a transaction by itself,
     * so it costs one way to the database and back, and not three.
     */
    public <T> T office(Function<Handle, T> statement) {
        return run(() -> jdbi.withHandle(statement::apply));
    }

    /** Row-level security reads this; it is forgotten when the transaction ends. With no client, there are no rows. */
    private static String scope(Collection<Long> clients) {
        return new TreeSet<>(clients)
                .stream().map(String::valueOf).collect(Collectors.joining(",", "SET LOCAL avstemt.clients = '", "'"));
    }

    private <T> T run(Supplier<T> work) {
        if (inside.get()) {
            throw new IllegalStateException("A unit of work inside another unit of work");
        }
        inside.set(true);
        try {
            return tried(work);
        } catch (RuntimeException e) {
            throw Outage.in(place, e).<RuntimeException>map(outage -> outage).orElse(e);
        } finally {
            inside.remove();
        }
    }

    private static <T> T tried(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !Outage.isPassing(e)) {
                    throw e;
                }
                pause(attempt * PAUSE_MILLIS);
            }
        }
    }

    private <T> T once(String begin, Function<Handle, T> work) {
        return jdbi.inTransaction(handle -> {
            handle.execute(begin);
            return work.apply(handle);
        });
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw Diagnosis.interrupted(e);
        }
    }
}
