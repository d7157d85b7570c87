package no.avstemt.web.http;

import java.util.Map;
import no.avstemt.web.text.Message;

/** A request that ends without what it asked for: the status, and what happened as a text. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Message message;
    private final transient Map<String, String> headers;

    public Problem(int status, Message message, Map<String, String> headers) {
        super(status + " " + message.key() + " " + message.arguments(), null, false, false);
        this.status = status;
        this.message = message;
        this.headers = Map.copyOf(headers);
    }

    public Problem(int status, String key, String... arguments) {
        this(status, Message.of(key, arguments), Map.of());
    }

    /** Something in the question is wrong, and the text says what is allowed. */
    public static Problem badRequest(String key, String... arguments) {
        return new Problem(400, key, arguments);
    }

    static Problem badRequest(Message message) {
        return new Problem(400, message, Map.of());
    }

    public static Problem notFound() {
        return new Problem(404, "error.notFound");
    }

    static Problem notSignedIn() {
        return new Problem(401, Message.of("error.notSignedIn"), Map.of("WWW-Authenticate", "Bearer"));
    }

    static Problem forbidden() {
        return new Problem(403, "error.forbidden");
    }

    /** One and the same for every way in which a client account can be none of the caller's. */
    public static Problem noSuchClientForYou() {
        return new Problem(403, "error.client");
    }

    int status() {
        return status;
    }

    Message what() {
        return message;
    }

    Map<String, String> headers() {
        return headers;
    }
}
