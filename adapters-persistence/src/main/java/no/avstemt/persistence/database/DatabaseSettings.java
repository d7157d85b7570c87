package no.avstemt.persistence.database;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Which PostgreSQL: our own in a data folder, or one at a JDBC address with its two roles. */
public sealed interface DatabaseSettings {
    static DatabaseSettings embedded(Path dataFolder) {
        return new Embedded(dataFolder);
    }

    /** @throws DatabaseUnavailable when this Java can't name the folder, as with æøå under {@code LANG=C} */
    static DatabaseSettings embedded(String dataFolder) {
        try {
            return new Embedded(Path.of(dataFolder));
        } catch (InvalidPathException e) {
            throw DataFolder.unusablePath(dataFolder, e);
        }
    }

    static DatabaseSettings external(String url, Optional<Login> application, Optional<Login> owner) {
        return new External(url, application, owner);
    }

    /** @param dataFolder made when it does not exist */
    record Embedded(Path dataFolder) implements DatabaseSettings {}

    /**
     * @param url {@code jdbc:postgresql://host:port/database}
     * @param application the role the program runs as
     * @param owner the role that migrates and owns every table
     */
    record External(String url, Optional<Login> application, Optional<Login> owner) implements DatabaseSettings {}
}
