package no.avstemt.web.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.avstemt.web.page.Addresses;

/**
 * One line of the route table. Made by {@link RouteDraft}.
 *
 * @param path with {@code {name}} for its parameters
 * @param ofClient whether {@link #CLIENT} must name a client account that the caller may see
 * @param answers the media types it can make, the one that suits most callers first
 * @param contract the JSON it takes and gives
 * @param description one sentence, in English, for the API's description
 */
public record Route(
        Verb verb,
        String path,
        Access access,
        boolean ofClient,
        List<Param<?>> params,
        List<String> answers,
        Contract contract,
        String description,
        Action action) {

    public static final String CLIENT = Addresses.CLIENT;

    private static final Pattern IN_PATH = Pattern.compile("\\{([a-z_]+)}");

    public enum Verb {
        GET,
        POST,
        PUT,
        DELETE;

        public boolean changesSomething() {
            return this != GET;
        }

        boolean mayHaveBody() {
            return this == POST || this == PUT;
        }
    }

    public Route {
        params = List.copyOf(params);
        answers = List.copyOf(answers);
        if (answers.isEmpty() || description.isBlank()) {
            throw new IllegalArgumentException(verb + " " + path + " does not say what it answers");
        }
        Set<String> names = new HashSet<>();
        for (Param<?> param : params) {
            if (!names.add(param.name()) || param.name().equals(CLIENT) && ofClient) {
                throw new IllegalArgumentException(verb + " " + path + " takes " + param.name() + " twice");
            }
        }
        if (contract.takesBody() && !(isApi(path) && verb.mayHaveBody())) {
            throw new IllegalArgumentException(verb + " " + path + " cannot take a body");
        }
        if (!declaredInPath(params, ofClient).containsAll(namedIn(path))) {
            throw new IllegalArgumentException(verb + " " + path + " does not say what its path holds");
        }
    }

    public static RouteDraft get(String path) {
        return new RouteDraft(Verb.GET, path);
    }

    public static RouteDraft post(String path) {
        return new RouteDraft(Verb.POST, path);
    }

    public static RouteDraft put(String path) {
        return new RouteDraft(Verb.PUT, path);
    }

    public static RouteDraft delete(String path) {
        return new RouteDraft(Verb.DELETE, path);
    }

    /** The same route with one parameter more, answered by another. */
    public Route taking(Param<?> param, Action other) {
        List<Param<?>> more = new ArrayList<>(params);
        more.add(param);
        return new Route(verb, path, access, ofClient, more, answers, contract, description, other);
    }

    /** Answers programs: its errors are JSON, and it takes API keys. */
    public boolean isApi() {
        return isApi(path);
    }

    static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/") || path.equals("/vipps") || path.startsWith("/vipps/");
    }

    Param.Place placeOfClient() {
        if (namedIn(path).contains(CLIENT)) {
            return Param.Place.PATH;
        }
        return verb.changesSomething() && !isApi() ? Param.Place.FORM : Param.Place.QUERY;
    }

    private static Set<String> declaredInPath(List<Param<?>> params, boolean ofClient) {
        Set<String> declared = new HashSet<>();
        params.stream().filter(p -> p.place() == Param.Place.PATH).forEach(p -> declared.add(p.name()));
        if (ofClient) {
            declared.add(CLIENT);
        }
        return declared;
    }

    private static Set<String> namedIn(String path) {
        Set<String> names = new HashSet<>();
        Matcher matcher = IN_PATH.matcher(path);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
