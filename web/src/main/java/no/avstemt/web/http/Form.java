package no.avstemt.web.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.web.multipart.BadMultipart;
import no.avstemt.web.multipart.Multipart;
import no.avstemt.web.multipart.Upload;

/** The form of a page as it was sent: its fields, and files where the route takes them. */
record Form(FormData fields, List<Upload> files) {

    static final Form EMPTY = new Form(FormData.parse(""), List.of());

    Form {
        files = List.copyOf(files);
    }

    static Form of(Route route, Context ctx) {
        if (ctx.isFormUrlencoded()) {
            String body = new String(Gate.bytes(ctx.bodyInputStream()), StandardCharsets.UTF_8);
            return new Form(FormData.parse(body), List.of());
        }
        Optional<Contract.Files> taken = route.contract().files();
        String type = String.join(",", Recognition.headers(ctx, "Content-Type"));
        if (taken.isEmpty() || !Multipart.isMeant(type)) {
            return EMPTY;
        }
        Multipart sent = multipart(ctx.bodyInputStream(), type, ctx.req().getContentLengthLong(), taken.get());
        return new Form(FormData.of(sent.fields()), sent.files());
    }

    /** @throws Problem 400 or 413 */
    static Multipart multipart(InputStream in, String type, long length, Contract.Files taken) {
        try {
            return Multipart.read(in, type, length, taken.field(), taken.most());
        } catch (BadMultipart e) {
            throw new Problem(e.status(), e.what(), Map.of());
        } catch (IOException e) {
            throw Problem.badRequest("error.body");
        }
    }
}
