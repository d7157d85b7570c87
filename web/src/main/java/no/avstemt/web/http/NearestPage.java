package no.avstemt.web.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.page.Address;

/**
 * What a reader can come back to. The answer to a form has an address that cannot be asked for, so there it is the page at
 * that address or the next one above it, with those of its own parameters that the form held.
 */
record NearestPage(Routes routes) {

    /** @param values of the parameters, as they were sent */
    record Asked(
            Route.Verb verb,
            String path,
            String here,
            Optional<ClientAccountId> client,
            Map<String, List<String>> values,
            Predicate<Route> isAllowed) {}

    String to(Asked asked) {
        if (asked.verb() == Route.Verb.GET && asked.here().length() <= ReturnPath.LONGEST) {
            return asked.here();
        }
        for (String path = asked.path(); !path.isEmpty(); path = path.substring(0, path.lastIndexOf('/'))) {
            for (Route page : pagesAt(path, asked)) {
                Optional<String> address = address(page, path, asked);
                if (address.isPresent()) {
                    return address.get();
                }
            }
        }
        return "/";
    }

    private List<Route> pagesAt(String path, Asked asked) {
        return routes.all().stream()
                .filter(page -> page.verb() == Route.Verb.GET
                        && page.answers().equals(List.of(RouteDraft.HTML))
                        && (!page.ofClient() || asked.client().isPresent())
                        && isAt(page, path)
                        && asked.isAllowed().test(page))
                .sorted(Comparator.comparing(page -> page.path().contains("{")))
                .toList();
    }

    private static boolean isAt(Route page, String path) {
        List<String> names = Arrays.asList(page.path().split("/"));
        List<String> parts = Arrays.asList(path.split("/"));
        for (int index = 0; index < Math.min(names.size(), parts.size()); index++) {
            String name = names.get(index);
            String part = parts.get(index);
            boolean fits = name.startsWith("{")
                    ? takes(page, Param.Place.PATH, name.substring(1, name.length() - 1), List.of(part))
                    : name.equals(part);
            if (!fits) {
                return false;
            }
        }
        return names.size() == parts.size();
    }

    private static boolean takes(Route page, Param.Place place, String name, List<String> values) {
        return page.params().stream()
                .filter(param -> param.place() == place && param.name().equals(name))
                .anyMatch(param -> param.wrap().apply(values).isPresent());
    }

    /** Empty where the page needs what the form did not hold. What is more than an address takes is left out. */
    private static Optional<String> address(Route page, String path, Asked asked) {
        Address bare = Address.of(path);
        if (page.ofClient()) {
            bare = bare.with(Route.CLIENT, asked.client().orElseThrow());
        }
        Address full = bare;
        for (Param<?> param : page.params()) {
            List<String> values = asked.values().getOrDefault(param.name(), List.of());
            if (takes(page, Param.Place.QUERY, param.name(), values) && values.size() == 1) {
                full = full.with(param.name(), values.get(0));
            } else if (param.place() == Param.Place.QUERY && param.isRequired()) {
                return Optional.empty();
            }
        }
        boolean fits = full.toString().length() <= ReturnPath.LONGEST;
        return Optional.of(fits ? full.toString() : bare.toString());
    }
}
