package no.avstemt.web.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;

/**
 * What is told as it changes, as server-sent events: asked once a second, and sent when it is not what was sent last.
 */
public record Live(Supplier<Told> asked) implements Reply.Content {

    /**
     * @param body for JSON
     * @param last whether nothing comes after it
     */
    public record Told(Object body, boolean last) {}

    Told now() {
        return asked.get();
    }

    /** For those who cannot wait: as it is now. */
    @Override
    public void write(OutputStream out, Rendering rendering) throws IOException {
        out.write(EventStreams.event(now(), rendering));
    }
}
