package no.avstemt.web.once;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.once.Answer;
import no.avstemt.application.once.AnswerOnce;
import no.avstemt.application.once.AnswerOnce.How;
import no.avstemt.application.once.AnswerOnce.Outcome;
import no.avstemt.application.once.AnswerStore.StillAnswering;
import no.avstemt.application.once.Keyed;
import no.avstemt.web.http.Action;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Rendering;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.Routes;

/** Lets the routes that change something of a client account be asked twice and answer once. */
public final class OnceRoutes {

    public static final Param<Optional<String>> KEY = Param.optional("Idempotency-Key", ParamType.text(200))
            .inHeader()
            .describedAs("Chosen by the caller. The same key with the same request is done once, and answered alike.");

    private static final String REPLAYED = "Idempotency-Replayed";

    private final AnswerOnce answerOnce;
    private final Rendering rendering;

    public OnceRoutes(AnswerOnce answerOnce, Rendering rendering) {
        this.answerOnce = answerOnce;
        this.rendering = rendering;
    }

    public Routes over(Routes table) {
        return new Routes(table.all().stream()
                .map(route ->
                        route.isApi() && route.ofClient() && route.verb().changesSomething() ? over(route) : route)
                .toList());
    }

    private Route over(Route route) {
        return route.taking(KEY, request -> answer(route, request));
    }

    private Reply answer(Route route, Request request) {
        Action action = route.action();
        return request.get(KEY)
                .map(key -> once(keyed(route, request, key), request, action))
                .orElseGet(() -> action.answer(request));
    }

    private static Keyed keyed(Route route, Request request, String key) {
        return new Keyed(
                request.client(), request.caller().user(), key, route.verb().name() + " " + request.here());
    }

    private Reply once(Keyed keyed, Request request, Action action) {
        try {
            Outcome outcome = answerOnce.run(keyed, request::bodySha256, () -> rendered(action.answer(request)));
            if (outcome.how() == How.OTHER_REQUEST) {
                throw Problem.conflict("error.idempotency.other", keyed.key());
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
