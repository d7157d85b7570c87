package no.avstemt.application.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A text of any size that was taken from a stream into a file of its own, which goes when this is closed. It is UTF-8 when
 * all of it is; else it is read as Windows-1252, which has every character of Latin-1.
 */
public final class SpooledFile implements AutoCloseable {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int AT_ONCE = 1 << 16;
    private static final int BYTES_OF_MARK = 3;

    private final Path path;
    private final Encoding encoding;

    private SpooledFile(Path path, Encoding encoding) {
        this.path = path;
        this.encoding = encoding;
    }

    /**
     * Takes the whole stream.
     *
     * @throws TooLarge when it has more bytes than this; then nothing is left
     */
    public static SpooledFile of(InputStream stream, long most) throws IOException {
        Path path = Files.createTempFile("avstemt-import-", ".txt");
        Encoding encoding = new Encoding();
        boolean taken = false;
        try (OutputStream out = Files.newOutputStream(path)) {
            byte[] buffer = new byte[AT_ONCE];
            long size = 0;
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                size += read;
                if (size > most) {
                    throw new TooLarge();
                }
                encoding.take(buffer, read);
                out.write(buffer, 0, read);
            }
            taken = true;
        } finally {
            if (!taken) {
                Files.deleteIfExists(path);
            }
        }
        return new SpooledFile(path, encoding);
    }

    /** More was sent than is taken. */
    public static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** The line of a byte that no text has; empty when there is none. */
    public Optional<Long> lineThatIsNoText() {
        return encoding.lineOfZero();
    }

    /** The line of a byte that is not UTF-8, in a text whose first bytes say that it is; empty when there is none. */
    public Optional<Long> lineThatIsNotUtf8() {
        return encoding.lineThatBreaksMark();
    }

    /** The line that has more bytes than any that is meant; empty when there is none. */
    public Optional<Long> lineThatIsTooLong() {
        return encoding.lineTooLong();
    }

    public Reader open() throws IOException {
        return new InputStreamReader(bytes(), encoding.isUtf8() ? StandardCharsets.UTF_8 : WESTERN);
    }

    /** Without a byte order mark. */
    public InputStream bytes() throws IOException {
        InputStream in = Files.newInputStream(path);
        if (encoding.isUtf8() && encoding.hasMark()) {
            in.skipNBytes(BYTES_OF_MARK);
        }
        return in;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
