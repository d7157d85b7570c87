package no.avstemt.web.http;

import java.io.IOException;
import java.io.OutputStream;

/**
 * What is told as it changes, as server-sent events: asked once a second, and sent when it is not what was sent last.
 */
@FunctionalInterface
public interface Live extends Reply.Content {

    /**
     * @param body for JSON
     * @param last whether nothing comes after it
     */
    record Told(Object body, boolean last) {}

    Told now();

    /** For those who cannot wait: as it is now. */
    @Override
    default void write(OutputStream out, Rendering rendering) throws IOException {
        out.write(EventStreams.event(now(), rendering));
    }
}
