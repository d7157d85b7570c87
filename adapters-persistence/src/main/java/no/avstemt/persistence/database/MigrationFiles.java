package no.avstemt.persistence.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The migrations of this program, held against those that a database says to have had. Most starts find the same, byte for
 * byte, and can leave Flyway asleep, which takes half a second to wake.
 */
final class MigrationFiles {

    private final String folder;

    /** @param folder on the class path, as {@code db/migration} */
    MigrationFiles(String folder) {
        this.folder = folder;
    }

    /** Whether the database has had all of these, as they are now, and no others. False also where that can't be told. */
    boolean allRanOn(Connection database) throws SQLException {
        Optional<Map<String, Integer>> ran = ran(database);
        return ran.isPresent() && !ran.get().isEmpty() && ran.get().equals(checksums(ran.get()));
    }

    /** Script to checksum; nothing when a table of them is missing or one of them failed. */
    private static Optional<Map<String, Integer>> ran(Connection database) throws SQLException {
        Map<String, Integer> ran = new HashMap<>();
        try (Statement statement = database.createStatement()) {
            try (ResultSet table = statement.executeQuery("SELECT to_regclass('public.flyway_schema_history')")) {
                table.next();
                if (table.getString(1) == null) {
                    return Optional.empty();
                }
            }
            try (ResultSet row = statement.executeQuery(
                    "SELECT script, checksum, success FROM public.flyway_schema_history WHERE version IS NOT NULL")) {
                while (row.next()) {
                    if (!row.getBoolean("success")) {
                        return Optional.empty();
                    }
                    ran.put(row.getString("script"), row.getInt("checksum"));
                }
            }
        }
        return Optional.of(ran);
    }

    /** @param ran one of which leads to where the others are */
    private Map<String, Integer> checksums(Map<String, Integer> ran) {
        URL one = resource(ran.keySet().iterator().next());
        Map<String, Integer> checksums = new HashMap<>();
        try {
            for (String script : one == null ? List.<String>of() : besides(one)) {
                checksums.put(script, checksum(script));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The migrations in " + folder + " can't be read", e);
        }
        return checksums;
    }

    private @Nullable URL resource(String script) {
        return MigrationFiles.class.getResource("/" + folder + "/" + script);
    }

    private List<String> besides(URL one) throws IOException {
        if (one.openConnection() instanceof JarURLConnection jar) {
            return jar.getJarFile().stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(folder + "/") && name.endsWith(".sql"))
                    .map(name -> name.substring(folder.length() + 1))
                    .toList();
        }
        String[] files = new File(one.getPath()).getParentFile().list();
        return files == null
                ? List.of()
                : Arrays.stream(files).filter(name -> name.endsWith(".sql")).toList();
    }

    /** As Flyway reckons it: of all lines, without what ends them. */
    private int checksum(String script) throws IOException {
        CRC32 sum = new CRC32();
        try (InputStream file = Objects.requireNonNull(resource(script)).openStream();
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sum.update(line.getBytes(UTF_8));
            }
        }
        return (int) sum.getValue();
    }
}
