package no.avstemt;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.SeveralClients;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Asks every route that reads for an example of its answer, and a route of one thing for the first of its list. */
final class RealExamples {

    static final Path STORED = Path.of("src/main/resources/openapi/examples.json");

    private static final int ROWS = 2;
    private static final Pattern ID = Pattern.compile("\\{[a-z_]+}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Portal portal;
    private final String key;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, JsonNode> byPath = new TreeMap<>();

    RealExamples(Portal portal, String key) {
        this.portal = portal;
        this.key = key;
    }

    /** By the names of the operations. */
    Map<String, JsonNode> asked() {
        List<Route> reads = portal.program().routes.all().stream()
                .filter(route -> route.isApi() && route.verb() == Route.Verb.GET)
                .filter(route -> route.answers().contains(RouteDraft.JSON))
                .filter(route -> !route.path().equals("/api/openapi.json"))
                .sorted((one, other) -> Integer.compare(
                        one.path().split("\\{", -1).length, other.path().split("\\{", -1).length))
                .toList();
        Map<String, JsonNode> examples = new TreeMap<>();
        for (Route route : reads) {
            String path = withIds(route.path());
            if (!path.contains("{")) {
                answer(path + query(route)).ifPresent(answer -> {
                    byPath.put(route.path(), answer);
                    if (!isEmptyList(answer)) {
                        examples.put(operation(route), shortened(answer));
                    }
                });
            }
        }
        return examples;
    }

    static Map<String, JsonNode> stored() throws IOException {
        Map<String, JsonNode> stored = new TreeMap<>();
        JSON.readTree(Files.readString(STORED))
                .propertyStream()
                .forEach(example -> stored.put(example.getKey(), example.getValue()));
        return stored;
    }

    static void store(Map<String, JsonNode> examples) throws IOException {
        Files.createDirectories(STORED.getParent());
        Files.writeString(STORED, JSON.writeValueAsString(examples) + "\n");
    }

    /** Whether both have the same fields with the same kinds of values, as far as both have any. */
    static boolean isAlike(JsonNode one, JsonNode other) {
        if (one.isNull() || other.isNull()) {
            return true;
        }
        if (one.isObject() && other.isObject()) {
            return List.copyOf(one.propertyNames()).equals(List.copyOf(other.propertyNames()))
                    && one.propertyStream().allMatch(field -> isAlike(field.getValue(), other.get(field.getKey())));
        }
        if (one.isArray() && other.isArray()) {
            return one.isEmpty() || other.isEmpty() || isAlike(one.get(0), other.get(0));
        }
        return one.getNodeType() == other.getNodeType();
    }

    /** As the document names it. */
    private static String operation(Route route) {
        StringBuilder id = new StringBuilder("get");
        for (String word : route.path().replace("{", "by-").split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty() && !word.equals("api")) {
                id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return id.toString();
    }

    private String withIds(String path) {
        Matcher place = ID.matcher(path);
        if (!place.find()) {
            return path;
        }
        JsonNode list = byPath.getOrDefault(path.substring(0, place.start() - 1), JSON.nullNode());
        JsonNode first = list.path("data").path(0);
        String name = path.substring(place.start() + 1, place.end() - 1);
        JsonNode id = first.has(name) ? first.get(name) : first.path("id");
        return id.isMissingNode() ? path : withIds(path.replace(place.group(), id.asString()));
    }

    private String query(Route route) {
        StringBuilder query = new StringBuilder();
        if (route.ofClient()) {
            query.append("&client_account_id=").append(portal.client());
        }
        for (Param<?> param : route.params()) {
            if (param.place() == Param.Place.QUERY && param.isRequired()) {
                String day = param.name().equals("date_from") ? "2026-05-01" : "2026-05-21";
                boolean isDay = param.type().format().equals("date");
                String value =
                        param.equals(SeveralClients.PARAM) ? portal.client().toString() : ApiOffice.value(param);
                query.append('&').append(param.name()).append('=').append(isDay ? day : value);
            }
        }
        return query.isEmpty() ? "" : "?" + query.substring(1);
    }

    /** Empty where the demo has none. */
    private Optional<JsonNode> answer(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(portal.address() + address))
                .header("Authorization", "Bearer " + key)
                .header("Accept", RouteDraft.JSON)
                .header("Accept-Language", "en")
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(JSON.readTree(answer.body())) : Optional.empty();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static boolean isEmptyList(JsonNode answer) {
        return answer.path("data").isArray() && answer.path("data").isEmpty();
    }

    private static JsonNode shortened(JsonNode answer) {
        JsonNode copy = answer.deepCopy();
        shorten(copy);
        return copy;
    }

    private static void shorten(JsonNode node) {
        if (node instanceof ArrayNode rows) {
            while (rows.size() > ROWS) {
                rows.remove(rows.size() - 1);
            }
        }
        node.forEach(RealExamples::shorten);
    }
}
