package no.avstemt.web.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import no.avstemt.application.access.Caller;
import no.avstemt.domain.client.ClientAccountId;

/**
 * What every request passes, in this order: who asks (401), whether their key has calls left
 * (429), whether they may, sent it themselves and may see the client
 * account (403), whether every parameter is known and right (400), whether the body is (400, 413, 415), and whether we
 * make what they accept (406).
 */
final class Gate {

    static final int LONGEST_BODY = 1 << 20;

    private final Recognition recognition;
    private final Predicate<ClientAccountId> exists;
    private final NearestPage nearestPage;

    Gate(Recognition recognition, Predicate<ClientAccountId> exists, NearestPage nearestPage) {
        this.recognition = recognition;
        this.exists = exists;
        this.nearestPage = nearestPage;
    }

    /** @throws Problem when the request does not get through */
    Request admit(Route route, Context ctx) {
        Visitor visitor = recognition.visitor(ctx);
        admitCaller(route, visitor);
        Form form = route.verb().changesSomething() ? ownForm(route, ctx, visitor) : Form.EMPTY;
        Given given = new Given(route, ctx, form.fields());
        Optional<ClientAccountId> client =
                route.ofClient() ? Optional.of(client(given.clients(), visitor)) : Optional.empty();
        SeveralClients.named(route, given)
                .orElseThrow(Problem::noSuchClientForYou)
                .forEach(named -> client(List.of(named.toString()), visitor));
        Map<String, List<String>> values = given.checked();
        boolean brings = route.isApi() && route.verb().changesSomething();
        Sent sent = brings ? Sent.of(route, ctx) : Sent.form(form.files());
        return new Request(
                visitor,
                client,
                values,
                route.params(),
                sent,
                answerAs(route, ctx),
                here(ctx),
                returnPath(route, ctx, visitor, client, values),
                isSecure(ctx),
                String.join(",", Recognition.headers(ctx, "If-None-Match")));
    }

    private static void admitCaller(Route route, Visitor visitor) {
        if (!route.access().open()) {
            Caller caller = visitor.caller().orElseThrow(Problem::notSignedIn);
            if (!route.access().admits(caller)) {
                throw Problem.forbidden();
            }
        }
    }

    private String returnPath(
            Route route,
            Context ctx,
            Visitor visitor,
            Optional<ClientAccountId> client,
            Map<String, List<String>> values) {
        String path = ctx.req().getRequestURI();
        Predicate<Route> isAllowed = page -> page.access().open()
                || visitor.caller().filter(page.access()::admits).isPresent();
        return nearestPage.to(new NearestPage.Asked(route.verb(), path, here(ctx), client, values, isAllowed));
    }

    private static Form ownForm(Route route, Context ctx, Visitor visitor) {
        Forgery.refuseForeignOrigin(ctx);
        Form form = route.isApi() ? Form.EMPTY : Form.of(route, ctx);
        visitor.signedIn().ifPresent(person -> Forgery.refuseWithoutToken(ctx, form.fields(), person.session()));
        return form;
    }

    /** @throws Problem 413 when there is more than we read at once */
    static byte[] bytes(InputStream in) {
        try {
            byte[] body = in.readNBytes(LONGEST_BODY + 1);
            if (body.length > LONGEST_BODY) {
                throw new Problem(413, "error.tooLarge", Integer.toString(LONGEST_BODY / 1024));
            }
            return body;
        } catch (IOException e) {
            throw Problem.badRequest("error.body");
        }
    }

    /**
     * The register is asked only for who may see the client account. Whoever may not learns nothing of it, not even by the
     * time it takes: whether it exists is never looked up.
     */
    private ClientAccountId client(List<String> given, Visitor visitor) {
        Optional<ClientAccountId> named = given.size() == 1 ? parseClient(given.get(0)) : Optional.empty();
        return named.filter(asked ->
                        visitor.caller().filter(caller -> caller.maySee(asked)).isPresent())
                .filter(exists)
                .orElseThrow(Problem::noSuchClientForYou);
    }

    static Optional<ClientAccountId> parseClient(String text) {
        return text.matches("[1-9][0-9]{0,17}")
                ? Optional.of(new ClientAccountId(Long.parseLong(text)))
                : Optional.empty();
    }

    private static String answerAs(Route route, Context ctx) {
        String header = String.join(",", Recognition.headers(ctx, "Accept"));
        return Accept.parse(header)
                .best(route.answers())
                .orElseThrow(() -> new Problem(406, "error.notAcceptable", String.join(", ", route.answers())));
    }

    static String here(Context ctx) {
        String query = ctx.queryString();
        return ctx.req().getRequestURI() + (query == null ? "" : "?" + query);
    }

    static boolean isSecure(Context ctx) {
        return ctx.req().isSecure() || "https".equalsIgnoreCase(ctx.header("X-Forwarded-Proto"));
    }
}
