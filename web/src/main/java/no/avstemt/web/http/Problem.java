package no.avstemt.web.http;

import java.util.List;
import java.util.Map;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.api.Fault;
import no.avstemt.web.text.Message;

/** A request that ends without what it asked for: the status, and what happened as a text. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Message message;
    private final transient Map<String, String> headers;
    private final transient List<Fault> faults;

    public Problem(int status, Message message, Map<String, String> headers) {
        this(status, message, headers, List.of());
    }

    private Problem(int status, Message message, Map<String, String> headers, List<Fault> faults) {
        super(status + " " + message.key() + " " + message.arguments(), null, false, false);
        this.status = status;
        this.message = message;
        this.headers = Map.copyOf(headers);
        this.faults = List.copyOf(faults);
    }

    public Problem(int status, String key, String... arguments) {
        this(status, Message.of(key, arguments), Map.of());
    }

    /** Something in the question is wrong, and the text says what is allowed. */
    public static Problem badRequest(String key, String... arguments) {
        return new Problem(400, key, arguments);
    }

    public static Problem badRequest(Message message) {
        return new Problem(400, message, Map.of());
    }

    /** Fields of the body that cannot be what they are, all of them at once. */
    public static Problem faulty(List<Fault> faults) {
        Message what = faults.size() == 1
                ? faults.get(0).what()
                : Message.of("body.faults", Integer.toString(faults.size()))
                        .and(faults.get(0).what());
        return new Problem(400, what, Map.of(), faults);
    }

    /** What the state forbids; the text says what to do instead. */
    public static Problem conflict(String key, String... arguments) {
        return new Problem(409, key, arguments);
    }

    public static Problem notFound() {
        return new Problem(404, "error.notFound");
    }

    /** An entry or draft that the client account does not have, be it another's or nobody's. */
    public static Problem noSuchEntry(ClientAccountId client, long id) {
        return new Problem(404, "error.entry", client.toString(), Long.toString(id));
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

    List<Fault> faults() {
        return faults;
    }

    Map<String, String> headers() {
        return headers;
    }
}
