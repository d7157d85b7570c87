package no.avstemt.web.http;

import io.javalin.http.Context;
import java.io.IOException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** One request from its route to the last byte of its answer. */
final class Exchange {

    private static final String VARY = "Accept, Accept-Encoding, Accept-Language, Cookie";

    private final Gate gate;
    private final Errors errors;
    private final Rendering rendering;
    private final EventStreams streams;

    Exchange(Gate gate, Errors errors, Rendering rendering, EventStreams streams) {
        this.gate = gate;
        this.errors = errors;
        this.rendering = rendering;
        this.streams = streams;
    }

    void serve(Route route, Context ctx) {
        attempt(ctx, () -> route.action().answer(gate.admit(route, ctx)));
    }

    void refuse(Context ctx, Problem problem) {
        attempt(ctx, () -> errors.answer(problem, ctx));
    }

    void fail(Context ctx, Throwable cause) {
        attempt(ctx, () -> errors.unexpected(cause, ctx));
    }

    private interface Making {
        Reply reply();
    }

    private void attempt(Context ctx, Making making) {
        HeldOutput out = new HeldOutput(ctx);
        try {
            write(made(ctx, making), ctx, out);
        } catch (Problem problem) {
            answerInstead(ctx, out, problem, errors.answer(problem, ctx));
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            answerInstead(ctx, out, e, errors.unexpected(e, ctx));
        }
    }

    private Reply made(Context ctx, Making making) {
        try {
            return making.reply();
        } catch (Problem problem) {
            return errors.answer(problem, ctx);
        }
    }

    /** An answer that has begun cannot become another: the connection is cut, so that nobody takes half for the whole. */
    private void answerInstead(Context ctx, HeldOutput out, Throwable cause, Reply reply) {
        try {
            if (out.hasBegun()) {
                ServletContextRequest.getServletContextRequest(ctx.req())
                        .getConnectionMetaData()
                        .getConnection()
                        .getEndPoint()
                        .close(cause);
            } else {
                out.forget();
                write(reply, ctx, out);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Could not tell of the error", e);
        }
    }

    private void write(Reply reply, Context ctx, HeldOutput out) throws IOException {
        ctx.status(reply.status());
        if (!isPacked(ctx)) {
            ctx.disableCompression();
        }
        ctx.contentType(reply.mediaType());
        ctx.header("Vary", VARY);
        reply.headers().forEach(header -> {
            if (header.name().equals("Set-Cookie")) {
                ctx.res().addHeader(header.name(), header.value());
            } else {
                ctx.header(header.name(), header.value());
            }
        });
        if (!ctx.method().name().equals("HEAD")) {
            if (reply.content() instanceof Live live) {
                streams.open(ctx, live);
            } else {
                reply.content().write(out, rendering);
                out.letGo();
            }
        }
    }

    /**
     * Pages hold the token of their forms, and some hold what stood in the address: packed together, the length of an answer
     * would tell whoever can watch it and make the browser ask how well the two agree (BREACH). The API's answers hold none.
     */
    private static boolean isPacked(Context ctx) {
        return Route.isApi(ctx.path()) && AcceptEncoding.takesGzip(Recognition.headers(ctx, "Accept-Encoding"));
    }
}
