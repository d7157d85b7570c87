package no.avstemt.web.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import no.avstemt.web.api.BadBody;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.BodyReader;
import no.avstemt.web.api.Shape;
import no.avstemt.web.multipart.Multipart;
import no.avstemt.web.multipart.Upload;

/** The body of a request of the API: a JSON object that was read whole, or a stream that is read once by whoever answers. */
final class Sent {

    private static final Shape NOTHING = Shape.of("Nothing");
    private static final byte[] EMPTY_OBJECT = {'{', '}'};

    private final String mediaType;
    private final Optional<Body> body;
    private final DigestInputStream content;
    private final Supplier<List<Upload>> files;

    private boolean taken;

    /** Asked for more than once, while a digest can be had once. */
    private Optional<byte[]> sha256 = Optional.empty();

    private Sent(String mediaType, Optional<Body> body, DigestInputStream content, Supplier<List<Upload>> files) {
        this.mediaType = mediaType;
        this.body = body;
        this.content = content;
        this.files = files;
    }

    /** The form of a page, which is read already. */
    static Sent form(List<Upload> files) {
        return new Sent("", Optional.empty(), digested(InputStream.nullInputStream()), () -> files);
    }

    /** @throws Problem 413 or 415, or 400 with every fault */
    static Sent of(Route route, Context ctx) {
        Contract contract = route.contract();
        String header =
                String.join(",", Recognition.headers(ctx, "Content-Type")).toLowerCase(Locale.ROOT);
        String mediaType = header.split(";", 2)[0].strip();
        if (!contract.streams().isEmpty()) {
            requireOneOf(contract.streams(), mediaType);
            DigestInputStream stream = digested(ctx.bodyInputStream());
            long length = ctx.req().getContentLengthLong();
            String named = String.join(",", Recognition.headers(ctx, "Content-Type"));
            return new Sent(mediaType, Optional.empty(), stream, () -> files(contract, stream, named, length));
        }
        DigestInputStream content = digested(ctx.bodyInputStream());
        byte[] raw = Gate.bytes(content);
        if (raw.length > 0) {
            requireOneOf(List.of(RouteDraft.JSON), mediaType);
        }
        boolean told = contract.body().isPresent() || raw.length > 0;
        byte[] read = raw.length == 0 && contract.bodyLeftOut() ? EMPTY_OBJECT : raw;
        Optional<Body> body = told ? Optional.of(read(read, contract.body().orElse(NOTHING))) : Optional.empty();
        return new Sent(mediaType, body, content, List::of);
    }

    /** What else is said of them stands in the address. */
    private static List<Upload> files(Contract contract, InputStream stream, String type, long length) {
        if (contract.files().isEmpty() || !Multipart.isMeant(type)) {
            return List.of();
        }
        Multipart sent = Form.multipart(stream, type, length, contract.files().get());
        if (!sent.fields().isEmpty()) {
            String name = sent.fields().get(0).name();
            throw Problem.badRequest(
                    "upload.field", name, contract.files().get().field());
        }
        return sent.files();
    }

    private static Body read(byte[] raw, Shape shape) {
        try {
            return BodyReader.read(raw, shape);
        } catch (BadBody e) {
            throw Problem.faulty(e.faults());
        }
    }

    private static void requireOneOf(List<String> allowed, String mediaType) {
        if (!allowed.contains(mediaType)) {
            throw new Problem(415, "error.mediaType", String.join(", ", allowed));
        }
    }

    /** In lower case and without parameters; empty when nothing was said. */
    String mediaType() {
        return mediaType;
    }

    Optional<Body> body() {
        return body;
    }

    /** Of a form; of a stream that is one, it is read now. */
    List<Upload> files() {
        return files.get();
    }

    /** @throws IllegalStateException when somebody has it already: what was read cannot be read again */
    InputStream content() {
        if (taken) {
            throw new IllegalStateException("The body of a request is a stream that is read once");
        }
        taken = true;
        return content;
    }

    /** SHA-256 of all of it; what nobody has read yet is read now, and is gone. */
    byte[] sha256() {
        byte[] known = sha256.orElseGet(this::digest);
        sha256 = Optional.of(known);
        return known;
    }

    private byte[] digest() {
        try {
            content.transferTo(OutputStream.nullOutputStream());
            return content.getMessageDigest().digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DigestInputStream digested(InputStream in) {
        try {
            return new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
