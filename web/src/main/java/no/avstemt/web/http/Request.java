package no.avstemt.web.http;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.access.Authenticate.SignedIn;
import no.avstemt.application.access.Caller;
import no.avstemt.application.access.Language;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.api.Body;
import no.avstemt.web.multipart.Upload;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** A question that has passed the {@link Gate}: asked by someone who may, and well put. */
public final class Request {

    private final Visitor visitor;
    private final Optional<ClientAccountId> client;
    private final Map<String, List<String>> given;
    private final List<Param<?>> declared;
    private final Sent sent;
    private final String answerAs;
    private final String here;
    private final String returnPath;
    private final boolean secure;
    private final String ifNoneMatch;

    Request(
            Visitor visitor,
            Optional<ClientAccountId> client,
            Map<String, List<String>> given,
            List<Param<?>> declared,
            Sent sent,
            String answerAs,
            String here,
            String returnPath,
            boolean secure,
            String ifNoneMatch) {
        this.visitor = visitor;
        this.client = client;
        this.given = Map.copyOf(given);
        this.declared = declared;
        this.sent = sent;
        this.answerAs = answerAs;
        this.here = here;
        this.returnPath = returnPath;
        this.secure = secure;
        this.ifNoneMatch = ifNoneMatch;
    }

    /** Whoever asks; on a route that is open to all there may be nobody: see {@link #signedIn}. */
    public Caller caller() {
        return visitor.caller().orElseThrow(() -> new IllegalStateException("Nobody is signed in on this route"));
    }

    /**
     * For what belongs to the office and to no client account.
     *
     * @throws Problem 403 when the caller sees only some client accounts
     */
    public void mustSeeWholeOffice() {
        if (!caller().scope().everyClient()) {
            throw new Problem(403, "error.forbidden");
        }
    }

    /** The person in the browser; empty for a key, and where nobody is signed in. */
    public Optional<SignedIn> signedIn() {
        return visitor.signedIn();
    }

    /** The client account asked about, which the caller may see. */
    public ClientAccountId client() {
        return client.orElseThrow(() -> new IllegalStateException("This route is not of one client account"));
    }

    /** What was given for a parameter, or what stands for it. */
    public <T> T get(Param<T> param) {
        if (!declared.contains(param)) {
            throw new IllegalArgumentException("The route does not take " + param.name());
        }
        List<String> values = given.get(param.name());
        Optional<T> value = values == null ? param.whenMissing() : param.wrap().apply(values);
        return value.orElseThrow(() -> new IllegalStateException(param.name() + " was not checked"));
    }

    /** The JSON object of a route that says what it takes. */
    public Body body() {
        return sent.body().orElseThrow(() -> new IllegalStateException("This route takes no body"));
    }

    /** The body of a route that streams it; can be read once. */
    public InputStream stream() {
        return sent.content();
    }

    /** Those that hold something, of a route that takes files; of the API they are read now, and once. */
    public List<Upload> files() {
        return sent.files();
    }

    /** Of the body, in lower case and without parameters; empty when there is none. */
    public String mediaType() {
        return sent.mediaType();
    }

    /** SHA-256 of the whole body. What was not read of a stream is gone after it. */
    public byte[] bodySha256() {
        return sent.sha256();
    }

    /** One of the media types that the route answers. */
    public String answerAs() {
        return answerAs;
    }

    public boolean wantsPage() {
        return answerAs.equals(RouteDraft.HTML);
    }

    public Language language() {
        return visitor.language();
    }

    public Texts texts() {
        return Texts.in(language());
    }

    public Formats formats() {
        return Formats.in(language());
    }

    /** Path and query as they were asked for. */
    public String here() {
        return here;
    }

    /** Where the reader of the answer can come back to; for what only a form leads to, the nearest page. */
    public String returnPath() {
        return returnPath;
    }

    /** Whether the browser speaks TLS, with us or with a proxy before us. */
    public boolean isSecure() {
        return secure;
    }

    /** Whether the caller says that it has what this entity tag names ({@code If-None-Match}, RFC 9110, 13.1.2). */
    public boolean has(String entityTag) {
        return Arrays.stream(ifNoneMatch.split(","))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals("*") || tag.equals(entityTag));
    }
}
