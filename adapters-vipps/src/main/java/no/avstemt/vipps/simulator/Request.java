package no.avstemt.vipps.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was asked. Values are decoded as a web server does, so a cursor that was not URL-encoded loses its {@code +}.
 * Of a parameter given twice the first counts; unknown ones are ignored.
 */
record Request(
        String method,
        String path,
        List<String> segments,
        Map<String, String> query,
        HeaderLookup headers,
        String form) {

    private static final int FORM_LIMIT = 10_000;

    /** The first value of a header, whatever the case of its name. */
    interface HeaderLookup {
        Optional<String> first(String name);
    }

    static Request of(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        byte[] body = exchange.getRequestBody().readNBytes(FORM_LIMIT);
        return new Request(
                exchange.getRequestMethod(),
                path,
                segments(path),
                parameters(exchange.getRequestURI().getRawQuery()),
                name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)),
                new String(body, StandardCharsets.UTF_8));
    }

    boolean isAt(String... start) {
        return segments.size() >= start.length
                && segments.subList(0, start.length).equals(List.of(start));
    }

    /** Of which ledger a report or sales are asked for. */
    Optional<String> ledgerId() {
        if (isAt("report", "v2", "ledgers")) {
            return segment(3);
        }
        return isAt("sales", "report", "v1", "ledgers") ? segment(4) : Optional.empty();
    }

    /** {@code funds} or {@code fees} of a report, and {@code sales} of the Sales API. */
    Optional<String> topic() {
        if (isAt("report", "v2", "ledgers")) {
            return segment(4);
        }
        return isAt("sales", "report", "v1", "ledgers") ? Optional.of(Topic.SALES.pathName()) : Optional.empty();
    }

    private Optional<String> segment(int index) {
        return index < segments.size() ? Optional.of(segments.get(index)) : Optional.empty();
    }

    Optional<String> header(String name) {
        return headers.first(name);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    Map<String, String> formFields() {
        return parameters(form);
    }

    LocalDate date(int segment) {
        String text = segments.get(segment);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Refused.badInput("ledgerDate must be YYYY-MM-DD, but is " + text);
        }
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String part : path.substring(1).split("/", -1)) {
            segments.add(decoded(part.replace("+", "%2B")));
        }
        return List.copyOf(segments);
    }

    private static Map<String, String> parameters(@Nullable String encoded) {
        Map<String, String> parameters = new HashMap<>();
        if (encoded != null && !encoded.isEmpty()) {
            for (String pair : encoded.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                parameters.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return Map.copyOf(parameters);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refused.badInput("The address is not URL-encoded: " + text);
        }
    }
}
