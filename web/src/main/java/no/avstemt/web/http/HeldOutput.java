package no.avstemt.web.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Holds the first bytes of an answer back until there are enough of them, or no more come: by what is written first it is
 * decided how the answer is compressed, and until then it can still become another.
 */
final class HeldOutput extends OutputStream {

    /** More than the least that is worth packing. */
    private static final int ENOUGH = 4096;

    private final Context ctx;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean begun;

    HeldOutput(Context ctx) {
        this.ctx = ctx;
    }

    boolean hasBegun() {
        return begun;
    }

    /** What is held is forgotten; only before it has begun. */
    void forget() {
        held.reset();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int kept = begun ? 0 : Math.min(length, ENOUGH - held.size());
        held.write(bytes, from, kept);
        if (held.size() == ENOUGH) {
            letGo();
        }
        if (kept < length) {
            ctx.outputStream().write(bytes, from + kept, length - kept);
        }
    }

    /** To be called at the end. */
    void letGo() throws IOException {
        if (held.size() > 0) {
            begun = true;
            ctx.outputStream().write(held.toByteArray());
            held.reset();
        }
    }

    @Override
    public void flush() throws IOException {
        letGo();
        if (begun) {
            ctx.outputStream().flush();
        }
    }
}
