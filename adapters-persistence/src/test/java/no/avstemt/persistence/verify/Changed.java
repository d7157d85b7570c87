package no.avstemt.persistence.verify;

import java.util.Optional;
import java.util.function.Function;
import no.avstemt.persistence.database.TestDatabase;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Changes as the superuser, in a transaction that is always rolled back. */
final class Changed {

    private Changed() {}

    /** Empty when the database refuses. */
    static <T> Optional<T> of(TestDatabase database, Function<Handle, Optional<T>> work) {
        try {
            return database.asSuperuser(handle -> {
                handle.savepoint("unchanged");
                Optional<T> seen = work.apply(handle);
                handle.rollbackToSavepoint("unchanged");
                return seen;
            });
        } catch (UnableToExecuteStatementException refused) {
            return Optional.empty();
        }
    }
}
