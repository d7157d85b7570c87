package no.avstemt.web.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The answer to a request, not yet written. */
public record Reply(int status, String mediaType, List<Header> headers, Content content) {

    public Reply {
        headers = List.copyOf(headers);
    }

    private static final String FILE_POLICY = "default-src 'none'; img-src 'self'; object-src 'self'; "
            + "style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public record Header(String name, String value) {

        public Header {
            if (value.chars().anyMatch(c -> c < ' ' || c == 127)) {
                throw new IllegalArgumentException("A header of one line: " + name);
            }
        }
    }

    /** Writes the body; what it writes to is closed by others. */
    @FunctionalInterface
    public interface Content {

        void write(OutputStream out, Rendering rendering) throws IOException;
    }

    public static Reply page(View view) {
        return page(200, view);
    }

    public static Reply page(int status, View view) {
        return new Reply(status, "text/html; charset=utf-8", List.of(), (out, rendering) -> rendering.page(view, out));
    }

    public static Reply json(Object body) {
        return json(200, body);
    }

    public static Reply json(int status, Object body) {
        return new Reply(status, RouteDraft.JSON, List.of(), (out, rendering) -> rendering.json(body, out));
    }

    /** 201: made just now. */
    public static Reply created(Object body) {
        return json(201, body);
    }

    /** 204: done, and there is nothing to tell. */
    public static Reply done() {
        return new Reply(Contract.NOTHING, RouteDraft.JSON, List.of(), (out, rendering) -> {});
    }

    /** A body that is written piece by piece. If it fails after its first byte, the connection is cut. */
    public static Reply stream(String mediaType, Content content) {
        return new Reply(200, mediaType, List.of(), content);
    }

    /** Events as they come, until there are no more; proxies are asked to pass them on at once. */
    public static Reply events(Supplier<Live.Told> live) {
        return new Reply(200, RouteDraft.EVENTS, List.of(), new Live(live)).with("X-Accel-Buffering", "no");
    }

    /** The caller has it already. */
    public static Reply notModified(String mediaType) {
        return new Reply(304, mediaType, List.of(), (out, rendering) -> {});
    }

    public static Reply text(int status, String mediaType, String body) {
        return new Reply(
                status, mediaType, List.of(), (out, rendering) -> out.write(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends the browser to a page of ours, with GET. */
    public static Reply seeOther(String path) {
        return new Reply(303, "text/plain", List.of(), (out, rendering) -> {}).with("Location", path);
    }

    public Reply with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Reply(status, mediaType, more, content);
    }

    /**
     * To be shown where the browser can, under the name that it was given (RFC 6266), and as a page of its own that runs
     * nothing.
     */
    public Reply asFile(String filename, boolean shown) {
        String plain = filename.replaceAll("[^A-Za-z0-9._ -]", "_");
        String all = URLEncoder.encode(filename, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return with(
                        "Content-Disposition",
                        (shown ? "inline" : "attachment") + "; filename=\"" + plain + "\"; filename*=UTF-8''" + all)
                .with("Content-Security-Policy", FILE_POLICY);
    }

    public Reply asDownload(String filename) {
        if (!filename.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException("A file name of plain letters, digits, dots and dashes: " + filename);
        }
        return with("Content-Disposition", "attachment; filename=\"" + filename + "\"");
    }
}
