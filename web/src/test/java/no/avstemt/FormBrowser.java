package no.avstemt;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser without JavaScript does: keeps a cookie, sends the hidden fields of the page it stands on, follows nothing. */
final class FormBrowser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final String language;
    private Optional<String> cookie = Optional.empty();
    private Optional<String> csrf = Optional.empty();

    FormBrowser(URI address, String language) {
        this.address = address;
        this.language = language;
    }

    record Answer(int status, String location, String body) {}

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>(fields);
        csrf.ifPresent(token -> form.put("_csrf", token));
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    FormBrowser signedIn(String email, String password) {
        post("/login", Map.of("email", email, "password", password));
        get("/");
        return this;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Language", language);
        cookie.ifPresent(value -> request.header("Cookie", value));
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = Optional.of(set.split(";", 2)[0]));
            Matcher token = CSRF.matcher(answer.body());
            if (token.find()) {
                csrf = Optional.of(token.group(1));
            }
            String location = answer.headers().firstValue("Location").orElse("");
            return new Answer(answer.statusCode(), location, answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
