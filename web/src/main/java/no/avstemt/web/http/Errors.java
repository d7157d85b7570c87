package no.avstemt.web.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.avstemt.application.access.Language;
import no.avstemt.application.access.Randomness;
import no.avstemt.application.access.Token;
import no.avstemt.domain.period.MonthNotOpen;
import no.avstemt.web.api.Fault;
import no.avstemt.web.page.AssetLinks;
import no.avstemt.web.page.Bare;
import no.avstemt.web.page.ErrorPage;
import no.avstemt.web.text.Message;
import no.avstemt.web.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where something that went wrong becomes an answer: {@code {status, error, message}} under /api (with
 * {@code faults} of a body), and
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
        Reply reply = Route.isApi(ctx.path())
                ? json(problem.status(), problem.what(), problem.faults())
                : page(problem.status(), problem.what(), "", ctx);
        for (Map.Entry<String, String> header : problem.headers().entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }

    /** Nobody outside sees more of it than the reference under which the log tells everything. */
    Reply unexpected(Throwable cause, Context ctx) {
        if (cause instanceof MonthNotOpen refused) {
            String key = "period.month." + refused.state().apiName();
            return answer(Problem.conflict(key, refused.month().toString()), ctx);
        }
        String reference = Token.next(randomness).text().substring(0, 8);
        LOG.error("{} {} failed, reference {}", ctx.method().name(), ctx.path(), reference, cause);
        Message message = Message.of("error.unexpected", reference);
        return Route.isApi(ctx.path()) ? json(500, message, List.of()) : page(500, message, reference, ctx);
    }

    private static Reply json(int status, Message message, List<Fault> faults) {
        Texts texts = Texts.in(Language.ENGLISH);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        body.put(
                "error",
                status == 500
                        ? "Internal Server Error"
                        : HttpStatus.forStatus(status).getMessage());
        body.put("message", texts.get(message));
        if (!faults.isEmpty()) {
            body.put("faults", faults.stream().map(fault -> told(fault, texts)).toList());
        }
        return Reply.json(status, body);
    }

    private static Map<String, Object> told(Fault fault, Texts texts) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("field", fault.field());
        told.put("message", texts.get(fault.what()));
        return told;
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
