package no.avstemt.vipps.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A caller that knows only HTTP and JSON. */
final class Caller {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String basic;
    private String token = "";

    Caller(VippsSimulator simulator) {
        base = simulator.baseUri();
        basic = basic(simulator.clientId(), simulator.clientSecret());
    }

    static String basic(String clientId, String clientSecret) {
        byte[] keys = (clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(keys);
    }

    Caller signedIn() {
        token = json(token("/miami/v1/token", basic, "grant_type=client_credentials"))
                .get("access_token")
                .asString();
        return this;
    }

    String basic() {
        return basic;
    }

    HttpResponse<String> token(String path, String authorization, String form) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> get(String path) {
        return getWith("Bearer " + token, path);
    }

    HttpResponse<String> getWith(String authorization, String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).header("Authorization", authorization));
    }

    HttpResponse<String> getWith(Map<String, String> headers, String path) {
        return send(with(headers, path));
    }

    HttpResponse<String> post(String path, Map<String, String> headers) {
        return send(with(headers, path).POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder with(Map<String, String> headers, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        headers.forEach(request::header);
        return request;
    }

    HttpResponse<String> getWithout(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)));
    }

    /** {@code path} is what follows {@code /_control}. */
    HttpResponse<String> control(String method, String path, String json) {
        return controlAs("application/json", method, path, json);
    }

    HttpResponse<String> controlAs(String contentType, String method, String path, String body) {
        return send(HttpRequest.newBuilder(base.resolve("/_control" + path))
                .header("Content-Type", contentType)
                .method(method, BodyPublishers.ofString(body)));
    }

    JsonNode ok(String path) {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " gave " + response.statusCode() + " " + response.body());
        }
        return json(response);
    }

    /** Every item of the feed, page by page until it says that it has caught up. */
    List<JsonNode> feed(String path) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = ok(path);
        page.get("items").forEach(items::add);
        while (!page.get("tryLater").asBoolean()) {
            page = ok(next(path, page));
            page.get("items").forEach(items::add);
        }
        return items;
    }

    /** Every item of a list that says {@code hasMore}. */
    List<JsonNode> pages(String path) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = ok(path);
        page.get("items").forEach(items::add);
        while (page.get("hasMore").asBoolean()) {
            page = ok(next(path, page));
            page.get("items").forEach(items::add);
        }
        return items;
    }

    List<JsonNode> ledgers() {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = ok("/settlement/v1/ledgers");
        page.get("items").forEach(items::add);
        while (!page.get("cursor").asString().isEmpty()) {
            page = ok(next("/settlement/v1/ledgers", page));
            page.get("items").forEach(items::add);
        }
        return items;
    }

    List<String> ledgerIds() {
        return ledgers().stream()
                .map(ledger -> ledger.get("ledgerId").asString())
                .toList();
    }

    static JsonNode json(HttpResponse<String> response) {
        return MAPPER.readTree(response.body());
    }

    static String encoded(String cursor) {
        return URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }

    private static String next(String path, JsonNode page) {
        String cursor = encoded(page.get("cursor").asString());
        return path + (path.contains("?") ? "&" : "?") + "cursor=" + cursor;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("The simulator does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
