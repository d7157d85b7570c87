package no.avstemt.vipps.wire;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an error answer says, whichever of the documented shapes it has (vipps-apis.md 4.1), as one short line. */
public final class WireProblem {

    private static final List<String> TEXTS =
            List.of("detail", "title", "errorMessage", "message", "error_description", "error");
    private static final List<String> IDS = List.of("errorCode", "traceId", "contextId");
    private static final int LONGEST = 200;

    private WireProblem() {}

    /** Empty when the answer says nothing that a person can read. */
    public static String describe(byte[] body) {
        Optional<Fields> fields = read(body);
        Optional<String> text = fields.flatMap(
                problem -> TEXTS.stream().flatMap(name -> said(problem, name)).findFirst());
        Stream<String> ids = fields.stream()
                .flatMap(problem ->
                        IDS.stream().flatMap(name -> said(problem, name).map(id -> name + " " + id)));
        return oneLine(Stream.concat(text.stream(), ids).collect(Collectors.joining(", ")));
    }

    private static Stream<String> said(Fields problem, String name) {
        return Optional.ofNullable(problem.node().get(name))
                .filter(value -> value.isString() || value.isNumber())
                .map(value -> value.asString())
                .filter(text -> !text.isBlank())
                .stream();
    }

    /** An error page of a proxy is not JSON, and its status alone must do. */
    private static Optional<Fields> read(byte[] body) {
        try {
            return Optional.of(Json.object(body));
        } catch (UnreadableAnswer notJson) {
            return Optional.empty();
        }
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
