package no.avstemt.web.once;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import no.avstemt.application.access.UserId;
import no.avstemt.application.once.Answer;
import no.avstemt.application.once.AnswerOfficeOnce;
import no.avstemt.application.once.AnswerOnce;
import no.avstemt.application.once.AnswerOnce.How;
import no.avstemt.application.once.AnswerOnce.Outcome;
import no.avstemt.application.once.AnswerStore.StillAnswering;
import no.avstemt.application.once.Keyed;
import no.avstemt.application.once.OfficeKeyed;
import no.avstemt.web.http.Action;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Rendering;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.Routes;

/** Lets the routes of the API that change something be asked twice and answer once. */
public final class OnceRoutes {

    public static final Param<Optional<String>> KEY = Param.optional("Idempotency-Key", ParamType.text(200))
            .inHeader()
            .describedAs("Chosen by the caller. The same key with the same request is done once, and answered alike.");

    private static final String REPLAYED = "Idempotency-Replayed";

    private final AnswerOnce answerOnce;
    private final AnswerOfficeOnce answerOfficeOnce;
    private final Rendering rendering;

    public OnceRoutes(AnswerOnce answerOnce, AnswerOfficeOnce answerOfficeOnce, Rendering rendering) {
        this.answerOnce = answerOnce;
        this.answerOfficeOnce = answerOfficeOnce;
        this.rendering = rendering;
    }

    public Routes over(Routes table) {
        return new Routes(table.all().stream()
                .map(route -> isAnsweredOnce(route) ? over(route) : route)
                .toList());
    }

    private static boolean isAnsweredOnce(Route route) {
        return route.isApi()
                && route.verb().changesSomething()
                && !route.access().open();
    }

    private Route over(Route route) {
        return route.taking(KEY, request -> answer(route, request));
    }

    private Reply answer(Route route, Request request) {
        Action action = route.action();
        return request.get(KEY).map(key -> once(route, key, request, action)).orElseGet(() -> action.answer(request));
    }

    private Outcome outcome(Route route, String key, Request request, Supplier<Answer> work) {
        String operation = route.verb().name() + " " + request.here();
        UserId user = request.caller().user();
        return route.ofClient()
                ? answerOnce.run(new Keyed(request.client(), user, key, operation), request::bodySha256, work)
                : answerOfficeOnce.run(new OfficeKeyed(user, key, operation), request::bodySha256, work);
    }

    private Reply once(Route route, String key, Request request, Action action) {
        try {
            Outcome outcome = outcome(route, key, request, () -> rendered(action.answer(request)));
            if (outcome.how() == How.OTHER_REQUEST) {
                throw Problem.conflict("error.idempotency.other", key);
            }
            Reply reply = reply(outcome.answer());
            return outcome.how() == How.REPLAYED ? reply.with(REPLAYED, "true") : reply;
        } catch (StillAnswering e) {
            throw Problem.conflict("error.idempotency.busy");
        }
    }

    private Answer rendered(Reply reply) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            reply.content().write(content, rendering);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> headers = new ArrayList<>();
        reply.headers().forEach(header -> {
            headers.add(header.name());
            headers.add(header.value());
        });
        return new Answer(reply.status(), reply.mediaType(), headers, content.toByteArray());
    }

    private static Reply reply(Answer answer) {
        Reply reply = new Reply(
                answer.status(), answer.mediaType(), List.of(), (out, rendering) -> out.write(answer.content()));
        for (int i = 0; i < answer.headers().size(); i += 2) {
            reply = reply.with(answer.headers().get(i), answer.headers().get(i + 1));
        }
        return reply;
    }
}
