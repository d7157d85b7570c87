package no.avstemt.web.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import no.avstemt.application.access.Language;
import no.avstemt.application.access.Randomness;
import no.avstemt.application.access.Token;
import no.avstemt.web.page.AssetLinks;
import no.avstemt.web.page.Bare;
import no.avstemt.web.page.ErrorPage;
import no.avstemt.web.text.Message;
import no.avstemt.web.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where something that went wrong becomes an answer: {@code {status, error, message}} under /api, and
 * else a page that says what happened, where, and what to do.
 */
final class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final AssetLinks assets;
    private final Randomness randomness;

    Errors(AssetLinks assets, Randomness randomness) {
        this.assets = assets;
        this.randomness = randomness;
    }

    Reply answer(Problem problem, Context ctx) {
        if (problem.status() == 401 && !Route.isApi(ctx.path())) {
            return toSignIn(ctx);
        }
        Reply reply = reply(problem.status(), problem.what(), "", ctx);
        for (Map.Entry<String, String> header : problem.headers().entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }

    /** Nobody outside sees more of it than the reference under which the log tells everything. */
    Reply unexpected(Throwable cause, Context ctx) {
        String reference = Token.next(randomness).text().substring(0, 8);
        LOG.error("{} {} failed, reference {}", ctx.method().name(), ctx.path(), reference, cause);
        return reply(500, Message.of("error.unexpected", reference), reference, ctx);
    }

    private Reply reply(int status, Message message, String reference, Context ctx) {
        return Route.isApi(ctx.path()) ? json(status, message) : page(status, message, reference, ctx);
    }

    private static Reply json(int status, Message message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        body.put(
                "error",
                status == 500
                        ? "Internal Server Error"
                        : HttpStatus.forStatus(status).getMessage());
        body.put("message", Texts.in(Language.ENGLISH).get(message));
        return Reply.json(status, body);
    }

    private Reply page(int status, Message message, String reference, Context ctx) {
        Texts texts = Texts.in(Recognition.language(ctx));
        String title = texts.get(texts.has("error.title." + status) ? "error.title." + status : "error.title");
        String todoKey = message.key() + ".todo";
        String todo = texts.get(texts.has(todoKey) ? todoKey : "error.todo");
        ErrorPage page = new ErrorPage(
                new Bare(texts, title, assets, "", ""),
                Integer.toString(status),
                texts.get(message),
                ctx.path(),
                todo,
                reference);
        return Reply.page(status, new View("page/error.jte", page));
    }

    private static Reply toSignIn(Context ctx) {
        boolean comesBack = ctx.method().name().equals("GET") && !ctx.path().equals("/");
        return Reply.seeOther(comesBack ? ReturnPath.to("/login", Gate.here(ctx)) : "/login");
    }
}
