package no.avstemt.persistence.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.ConnectionException;

/** Tells a database that can't be used now from a statement that was wrong, by PostgreSQL's five-letter codes. */
final class Outage {
    private static final Set<String> PASSING = Set.of("40001", "40P01");
    private static final String DISK_FULL = "53100";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final Set<String> STOPPED = Set.of("57P01", "57P02", "57P03", "58030", "25P04");
    private static final String CONNECTION = "08";
    private static final int DEEPEST_CAUSE = 20;

    private Outage() {}

    /** A serialization failure or a deadlock: nothing was written, and the same work may well succeed now. */
    static boolean isPassing(Throwable failure) {
        return state(failure).filter(PASSING::contains).isPresent();
    }

    /** @param place the database, as {@code "the database in /data"} */
    static Optional<DatabaseUnavailable> in(String place, Throwable failure) {
        String state = state(failure).orElse("");
        if (state.equals(DISK_FULL)) {
            return told(
                    "The disk of " + place + " is full. Nothing was written half. Free some space, then try again"
                            + " (if it goes on, start Avstemt again).",
                    failure);
        }
        if (state.equals(TOO_MANY_CONNECTIONS)) {
            return told(
                    "All connections of " + place + " are taken. Raise max_connections there, or try again" + " later.",
                    failure);
        }
        if (STOPPED.contains(state) || state.startsWith(CONNECTION) || hasNoConnection(failure)) {
            return told(
                    "Lost " + place + ". Nothing was written half. See that it runs, then start Avstemt again.",
                    failure);
        }
        return Optional.empty();
    }

    private static Optional<DatabaseUnavailable> told(String message, Throwable cause) {
        return Optional.of(new DatabaseUnavailable(message, cause));
    }

    private static boolean hasNoConnection(Throwable failure) {
        return failure instanceof ConnectionException;
    }

    /** The code of the first cause that has one. */
    static Optional<String> state(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql.getSQLState());
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
