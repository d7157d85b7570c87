package no.avstemt.web.openapi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.Route.Verb;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.openapi.ApiDocsPage.TryField;
import no.avstemt.web.page.Address;

/**
 * Sends the form under a route on to the route itself, without the fields that were left empty; there the session is as good
 * as a key. Only what reads is tried: the books behind the page are real.
 */
final class Trying {

    static final String PATH = "/api-docs/try";

    private static final Param<String> OPERATION = Param.required("operation", ParamType.text(200));

    private final Map<String, Route> byOperation = new LinkedHashMap<>();
    private final List<Param<?>> params = new ArrayList<>();
    private final Map<String, Param<Optional<String>>> byName = new LinkedHashMap<>();

    Trying(List<Route> routes) {
        params.add(OPERATION);
        routes.stream().filter(Trying::isTried).forEach(route -> {
            byOperation.put(new Operation(route, Examples.NONE).id(), route);
            fields(route).forEach(field -> byName.computeIfAbsent(field.name(), this::param));
        });
    }

    private Param<Optional<String>> param(String name) {
        Param<Optional<String>> param = Param.optional(name, ParamType.anyText(2_000));
        params.add(param);
        return param;
    }

    Route route() {
        return Route.get(PATH)
                .toReaders()
                .takes(params.toArray(Param<?>[]::new))
                .answers("text/plain")
                .says("Sends a form of the page on to the route that it is about.")
                .by(this::sendOn);
    }

    static boolean isTried(Route route) {
        return route.verb() == Verb.GET && !route.answers().contains(RouteDraft.EVENTS);
    }

    static List<TryField> fields(Route route) {
        List<TryField> fields = new ArrayList<>();
        if (!isTried(route)) {
            return fields;
        }
        if (route.ofClient()) {
            fields.add(field(route, Route.CLIENT, true, List.of()));
        }
        route.params().stream()
                .filter(param -> param.place() == Param.Place.PATH || param.place() == Param.Place.QUERY)
                .forEach(param -> fields.add(field(
                        route, param.name(), param.isRequired(), param.type().values())));
        return fields;
    }

    private static TryField field(Route route, String name, boolean required, List<String> choices) {
        return new TryField(new Operation(route, Examples.NONE).id() + "-" + name, name, required, choices);
    }

    private Reply sendOn(Request request) {
        Route route =
                Optional.ofNullable(byOperation.get(request.get(OPERATION))).orElseThrow(Problem::notFound);
        String path = route.path();
        Map<String, String> query = new LinkedHashMap<>();
        for (TryField field : fields(route)) {
            String typed = typed(request, field.name());
            String place = "{" + field.name() + "}";
            if (path.contains(place)) {
                path = path.replace(place, encoded(typed.isEmpty() ? "-" : typed));
            } else if (!typed.isEmpty()) {
                query.put(field.name(), typed);
            }
        }
        Address address = Address.of(path);
        for (Map.Entry<String, String> one : query.entrySet()) {
            address = address.with(one.getKey(), one.getValue());
        }
        return Reply.seeOther(address.toString());
    }

    private String typed(Request request, String name) {
        return Optional.ofNullable(byName.get(name))
                .flatMap(request::get)
                .orElse("")
                .strip();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
