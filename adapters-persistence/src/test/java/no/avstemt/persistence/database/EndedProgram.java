package no.avstemt.persistence.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What a program left in its data folder when it ended or was killed. */
public final class EndedProgram {
    private EndedProgram() {}

    /**
     * Starts the folder's server, reads as its superuser, whom row-level security does not bind, and stops it again.
     *
     * @throws DatabaseUnavailable while the program still runs
     */
    public static <T> T read(Path dataFolder, Function<Handle, T> work) {
        try (LocalPostgres postgres = LocalPostgres.start(dataFolder);
                Connection connection =
                        Server.embedded(postgres, Database.EMBEDDED_NAME).connect(postgres.superuser())) {
            return Jdbi.create(connection).inTransaction(work::apply);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
