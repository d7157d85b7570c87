package no.avstemt.persistence.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** A data folder with one row and no server: made once, because that takes seconds, and copied for each test. */
final class StoppedDatabase {
    private StoppedDatabase() {}

    private static final class Lazily {
        static final Path PROTOTYPE = make();
    }

    /** In the database {@code postgres}: table {@code kept} with the word {@code ærlig}. */
    static Path copiedTo(Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Lazily.PROTOTYPE)) {
            files = walk.toList();
        }
        for (Path file : files) {
            Files.copy(
                    file,
                    target.resolve(Lazily.PROTOTYPE.relativize(file).toString()),
                    StandardCopyOption.COPY_ATTRIBUTES,
                    LinkOption.NOFOLLOW_LINKS);
        }
        return target;
    }

    private static Path make() {
        Path folder = Path.of("target", "stopped-postgres");
        try {
            if (Files.exists(folder)) {
                FileTree.delete(folder);
            }
            try (LocalPostgres postgres = LocalPostgres.start(folder, HoldsFolder.options(TestServer.BINARIES))) {
                run(postgres, "CREATE TABLE kept (word text)");
                run(postgres, "INSERT INTO kept VALUES ('ærlig')");
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void run(LocalPostgres postgres, String sql) throws SQLException {
        try (Connection connection = Server.embedded(postgres, "postgres").connect(postgres.superuser());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
