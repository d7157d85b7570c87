package no.avstemt.application.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import no.avstemt.application.csv.TextOfFile;

/**
 * A text of any size that was taken from a stream into a file of its own, which goes when this is closed. It is UTF-8 when
 * all of it is; else it is read as Windows-1252, which has every character of Latin-1. What is marked as UTF-16 is kept as
 * UTF-8.
 */
public final class SpooledFile implements AutoCloseable {

    private static final int AT_ONCE = 1 << 16;
    private static final int BYTES_OF_MARK = 3;
    private static final int BYTES_OF_UTF_16_MARK = 2;
    private static final char IN_PLACE_OF_WHAT_IS_NONE = '\ufffd';

    private final Path path;
    private final String sha256;
    private final Encoding encoding;
    private final long notUtf16;

    private SpooledFile(Path path, String sha256, Encoding encoding, long notUtf16) {
        this.path = path;
        this.sha256 = sha256;
        this.encoding = encoding;
        this.notUtf16 = notUtf16;
    }

    /**
     * Takes the whole stream.
     *
     * @throws TooLarge when it has more bytes than this; then nothing is left
     */
    public static SpooledFile of(InputStream stream, long most) throws IOException {
        Path path = Files.createTempFile("avstemt-import-", ".txt");
        boolean taken = false;
        try (OutputStream out = Files.newOutputStream(path)) {
            Taking taking = new Taking(out, most);
            MessageDigest digest = sha256Digest();
            PushbackInputStream in =
                    new PushbackInputStream(new DigestInputStream(stream, digest), BYTES_OF_UTF_16_MARK);
            byte[] start = in.readNBytes(BYTES_OF_UTF_16_MARK);
            in.unread(start);
            long notUtf16 = TextOfFile.isUtf16(start, start.length) ? taking.utf16(in) : taking.bytes(in);
            taken = true;
            String sha256 = HexFormat.of().formatHex(digest.digest());
            return new SpooledFile(path, sha256, taking.encoding, notUtf16);
        } finally {
            if (!taken) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The way from the stream to the file. */
    private static final class Taking {

        private final OutputStream out;
        private final long most;
        private final Encoding encoding = new Encoding();
        private long size;

        Taking(OutputStream out, long most) {
            this.out = out;
            this.most = most;
        }

        long bytes(InputStream in) throws IOException {
            byte[] buffer = new byte[AT_ONCE];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                take(buffer, read);
            }
            return 0;
        }

        /** @return the first line with what is no UTF-16; 0 when all is */
        long utf16(InputStream in) throws IOException {
            Reader text = new InputStreamReader(in, StandardCharsets.UTF_16);
            char[] buffer = new char[AT_ONCE];
            long broken = 0;
            for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                String part = new String(buffer, 0, read);
                int unread = broken > 0 ? -1 : part.indexOf(IN_PLACE_OF_WHAT_IS_NONE);
                if (unread >= 0) {
                    take(part.substring(0, unread));
                    broken = encoding.line();
                }
                take(part.substring(Math.max(0, unread)));
            }
            return broken;
        }

        private void take(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            take(bytes, bytes.length);
        }

        private void take(byte[] bytes, int count) throws IOException {
            size += count;
            if (size > most) {
                throw new TooLarge();
            }
            encoding.take(bytes, count);
            out.write(bytes, 0, count);
        }
    }

    /** More was sent than is taken. */
    public static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** Of the bytes as they came, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** The line of a byte that no text has, or of what is no UTF-16 though marked as that; empty when there is none. */
    public Optional<Long> lineThatIsNoText() {
        return notUtf16 > 0 ? Optional.of(notUtf16) : encoding.lineOfZero();
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
        return new InputStreamReader(bytes(), encoding.isUtf8() ? StandardCharsets.UTF_8 : TextOfFile.WESTERN);
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
