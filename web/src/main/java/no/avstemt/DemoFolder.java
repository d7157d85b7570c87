package no.avstemt;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;

/**
 * What a demo must remember beside its books: which world it began with, since the simulated Vipps makes its days anew at
 * every start, and the keys that are shown again. In a file of the demo's own folder.
 */
record DemoFolder(
        Path file, long seed, LocalDate first, LocalDate until, Optional<String> key, Optional<String> oneKey) {

    /** The folder holds another world than the one that is asked for. */
    static final class Mismatch extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Mismatch(String sentence) {
            super(sentence);
        }
    }

    /** What is asked for on the command line; empty where it is left to the folder or the default. */
    record Wish(Optional<Long> seed, Optional<Integer> days, Optional<LocalDate> until) {

        Wish {
            days.filter(asked -> asked < 1 || asked > 3660).ifPresent(asked -> {
                throw new Mismatch("--days is " + asked + ", but a demo has 1 to 3660 days.");
            });
        }
    }

    static DemoFolder open(Path data, Wish wish, LocalDate yesterday) {
        Path file = data.resolve("demo.properties");
        return Files.exists(file) ? continued(file, wish, yesterday) : begun(file, wish, yesterday);
    }

    /** Remembers the keys, to show them at the next start. */
    void keep(String allClients, String oneClient) {
        new DemoFolder(file, seed, first, until, Optional.of(allClients), Optional.of(oneClient)).save();
    }

    private static DemoFolder begun(Path file, Wish wish, LocalDate yesterday) {
        LocalDate until = wish.until().orElse(yesterday);
        int days = wish.days().orElse(365);
        DemoFolder folder = new DemoFolder(
                file, wish.seed().orElse(1L), until.minusDays(days - 1L), until, Optional.empty(), Optional.empty());
        folder.save();
        return folder;
    }

    private static DemoFolder continued(Path file, Wish wish, LocalDate yesterday) {
        Properties stored = read(file);
        long seed = Long.parseLong(stored.getProperty("seed"));
        LocalDate first = LocalDate.parse(stored.getProperty("first"));
        LocalDate before = LocalDate.parse(stored.getProperty("until"));
        LocalDate until = wish.until().orElse(before.isAfter(yesterday) ? before : yesterday);
        if (wish.seed().filter(asked -> asked != seed).isPresent()) {
            throw new Mismatch("The demo in " + file.getParent() + " was begun with --seed " + seed
                    + ". Leave --seed out, or use another --data folder.");
        }
        if (until.isBefore(before)) {
            throw new Mismatch("The demo in " + file.getParent() + " already has data until " + before
                    + ". Choose that day or a later one for --until, or use another --data folder.");
        }
        DemoFolder folder = new DemoFolder(
                file,
                seed,
                first,
                until,
                Optional.ofNullable(stored.getProperty("key")),
                Optional.ofNullable(stored.getProperty("oneKey")));
        folder.save();
        return folder;
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return properties;
    }

    /** Written beside and moved, so that it is there whole or as it was. */
    private void save() {
        Properties properties = new Properties();
        properties.setProperty("seed", Long.toString(seed));
        properties.setProperty("first", first.toString());
        properties.setProperty("until", until.toString());
        key.ifPresent(text -> properties.setProperty("key", text));
        oneKey.ifPresent(text -> properties.setProperty("oneKey", text));
        Path beside = file.resolveSibling("demo.properties.new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
                properties.store(writer, "The world of this demo");
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Mismatch("The demo cannot write " + file + ": " + e.getMessage()
                    + ". Free some space or choose another --data folder.");
        }
    }
}
