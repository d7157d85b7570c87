package no.avstemt.persistence.register;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import no.avstemt.application.register.Register.Written;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Tries what the database may refuse, so that the rest of the transaction goes on. */
final class Refusals {

    private static final Map<String, Written> BY_STATE =
            Map.of("23505", Written.NUMBER_TAKEN, "23503", Written.IN_USE, "23001", Written.IN_USE);
    private static final String BEFORE = "before_change";

    private Refusals() {}

    record Tried<R>(Written written, Optional<R> result) {}

    static <R> Tried<R> tried(Handle handle, Supplier<R> change) {
        handle.savepoint(BEFORE);
        try {
            R result = change.get();
            handle.releaseSavepoint(BEFORE);
            return new Tried<>(Written.DONE, Optional.of(result));
        } catch (JdbiException refused) {
            Written why = why(refused);
            handle.rollbackToSavepoint(BEFORE);
            return new Tried<>(why, Optional.empty());
        }
    }

    private static Written why(JdbiException refused) {
        Written why = refused.getCause() instanceof SQLException cause ? BY_STATE.get(cause.getSQLState()) : null;
        if (why == null) {
            throw refused;
        }
        return why;
    }
}
