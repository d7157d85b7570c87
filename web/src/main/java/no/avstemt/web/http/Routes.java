package no.avstemt.web.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The route table: every path the program answers. */
public record Routes(List<Route> all) {

    public Routes {
        all = List.copyOf(all);
        Set<String> seen = new HashSet<>();
        for (Route route : all) {
            if (!seen.add(route.verb() + " " + route.path())) {
                throw new IllegalArgumentException("Two routes for " + route.verb() + " " + route.path());
            }
        }
    }

    @SafeVarargs
    public static Routes of(List<Route>... groups) {
        List<Route> all = new ArrayList<>();
        for (List<Route> group : groups) {
            all.addAll(group);
        }
        return new Routes(all);
    }
}
