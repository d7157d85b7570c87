package no.avstemt.web.multipart;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/** One file that was sent. */
public final class Upload {

    private static final int LONGEST_NAME = 200;

    private final String name;
    private final String mediaType;
    private final byte[] body;
    private final int from;
    private final int to;

    Upload(String name, String mediaType, byte[] body, int from, int to) {
        this.name = plain(name);
        this.mediaType = mediaType;
        this.body = body;
        this.from = from;
        this.to = to;
    }

    /** Without folders and control characters; may be empty. */
    public String name() {
        return name;
    }

    /** As the sender says, in lower case and without parameters; empty when nothing was said. */
    public String mediaType() {
        return mediaType;
    }

    /** In bytes. */
    public int size() {
        return to - from;
    }

    public byte[] content() {
        return Arrays.copyOfRange(body, from, to);
    }

    public InputStream stream() {
        return new ByteArrayInputStream(body, from, size());
    }

    private static String plain(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("\\p{Cntrl}", "").strip();
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
    }
}
