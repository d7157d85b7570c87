package no.avstemt.web.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.avstemt.web.text.Message;

/** The parameters of one request as they came, from path, query and form. */
record Given(Route route, Context ctx, FormData query, FormData form) {

    Given(Route route, Context ctx, FormData form) {
        this(route, ctx, queryOf(ctx), form);
    }

    private static FormData queryOf(Context ctx) {
        String query = ctx.queryString();
        return FormData.readable(query == null ? "" : query);
    }

    List<String> clients() {
        return all(Route.CLIENT, route.placeOfClient());
    }

    /** @throws Problem 400 for anything that the route does not take */
    Map<String, List<String>> checked() {
        query.requireWhole();
        refuseUnknown(query.names(), Param.Place.QUERY);
        refuseUnknown(form.names(), Param.Place.FORM);
        Map<String, List<String>> values = new HashMap<>();
        for (Param<?> param : route.params()) {
            List<String> given = values(param);
            if (!given.isEmpty()) {
                values.put(param.name(), given);
            }
        }
        return values;
    }

    private List<String> values(Param<?> param) {
        List<String> all = all(param.name(), param.place());
        if (all.size() > 1 && !param.many()) {
            throw Problem.badRequest("error.repeated", param.name());
        }
        List<String> values = param.many()
                ? all
                : all.stream().filter(text -> !isLeftEmpty(param, text)).toList();
        if (values.isEmpty() && param.isRequired()) {
            throw Problem.badRequest(
                    Message.of("error.missing", param.name()).and(param.type().allowed()));
        }
        if (!values.isEmpty() && param.wrap().apply(values).isEmpty()) {
            throw Problem.badRequest(Message.of("error.badValue", param.name(), shortened(String.join(", ", values)))
                    .and(param.type().allowed()));
        }
        return values;
    }

    /** A browser sends the fields of a form that were left empty; a program says what it means. */
    private boolean isLeftEmpty(Param<?> param, String text) {
        return text.isEmpty() && !route.isApi() && !param.isRequired();
    }

    private void refuseUnknown(Set<String> names, Param.Place place) {
        for (String name : names) {
            boolean ours = route.ofClient() && route.placeOfClient() == place && name.equals(Route.CLIENT)
                    || place == Param.Place.FORM && name.equals(Forgery.FIELD)
                    || route.params().stream()
                            .anyMatch(p -> p.place() == place && p.name().equals(name));
            if (!ours) {
                throw name.equals("format")
                        ? Problem.badRequest("error.useAccept", name, String.join(", ", route.answers()))
                        : Problem.badRequest("error.unknown", shortened(name), known());
            }
        }
    }

    private List<String> all(String name, Param.Place place) {
        return switch (place) {
            case PATH -> List.of(ctx.pathParam(name));
            case QUERY -> query.all(name);
            case FORM -> form.all(name);
            case HEADER -> Recognition.headers(ctx, name);
        };
    }

    private String known() {
        List<String> known = new ArrayList<>();
        if (route.ofClient()) {
            known.add(Route.CLIENT);
        }
        route.params().stream()
                .filter(p -> p.place() == Param.Place.QUERY || p.place() == Param.Place.FORM)
                .forEach(p -> known.add(p.name()));
        return known.isEmpty() ? "\u2013" : String.join(", ", known);
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "\u2026";
    }
}
