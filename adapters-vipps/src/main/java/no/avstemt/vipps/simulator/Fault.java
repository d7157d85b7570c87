package no.avstemt.vipps.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/**
 * Something that goes wrong because somebody asked for it.
 *
 * @param after how many fitting questions are answered well first
 * @param times how many answers it spoils; none for all until it is cleared
 * @param path with {@code *} for any characters
 */
record Fault(
        FaultKind kind,
        Optional<String> ledgerId,
        Optional<String> topic,
        Optional<String> path,
        int after,
        OptionalInt times,
        OptionalInt retryAfter,
        int status,
        ErrorShape shape,
        int seconds,
        int megabytes) {

    private static final List<String> MEMBERS = List.of("kind", "ledger_id", "topic", "path", "after", "times");
    private static final List<String> TOPICS =
            Arrays.stream(Topic.values()).map(Topic::pathName).toList();
    private static final int MANY = 1_000_000;

    static Fault of(Fields fields) {
        FaultKind kind = kind(fields.required("kind"));
        List<String> members = new ArrayList<>(MEMBERS);
        members.addAll(kind.members());
        fields.only(members);
        return new Fault(
                kind,
                fields.text("ledger_id"),
                fields.choice("topic", TOPICS),
                fields.text("path"),
                fields.whole("after", 0, MANY).orElse(0),
                fields.whole("times", 1, MANY),
                fields.whole("retry_after", 0, MANY),
                fields.whole("status", 500, 599).orElse(500),
                shape(fields),
                fields.whole("seconds", 1, 600).orElse(90),
                fields.whole("megabytes", 1, 64).orElse(10));
    }

    private static FaultKind kind(String word) {
        return Arrays.stream(FaultKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refused.control("kind must be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(FaultKind.values())
                                        .map(FaultKind::word)
                                        .toList())
                        + ", but is " + word));
    }

    private static ErrorShape shape(Fields fields) {
        List<String> words =
                Arrays.stream(ErrorShape.values()).map(ErrorShape::word).toList();
        Optional<String> word = fields.choice("shape", words);
        return word.map(given -> ErrorShape.values()[words.indexOf(given)]).orElse(ErrorShape.REPORT);
    }

    boolean fits(Request request) {
        return ledgerId.map(wanted -> request.ledgerId().equals(Optional.of(wanted)))
                        .orElse(true)
                && topic.map(wanted -> request.topic().equals(Optional.of(wanted)))
                        .orElse(true)
                && path.map(wanted -> pattern(wanted).matcher(request.path()).matches())
                        .orElse(true);
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(Arrays.stream(path.split("\\*", -1))
                .map(Pattern::quote)
                .reduce((a, b) -> a + ".*" + b)
                .orElse(""));
    }

    void write(JsonGenerator json) {
        json.writeStringProperty("kind", kind.word());
        ledgerId.ifPresent(text -> json.writeStringProperty("ledger_id", text));
        topic.ifPresent(text -> json.writeStringProperty("topic", text));
        path.ifPresent(text -> json.writeStringProperty("path", text));
        json.writeNumberProperty("after", after);
        times.ifPresent(number -> json.writeNumberProperty("times", number));
        retryAfter.ifPresent(number -> json.writeNumberProperty("retry_after", number));
        switch (kind) {
            case SERVER_ERROR -> {
                json.writeNumberProperty("status", status);
                json.writeStringProperty("shape", shape.word());
            }
            case SLOW -> json.writeNumberProperty("seconds", seconds);
            case LARGE_BODY -> json.writeNumberProperty("megabytes", megabytes);
            default -> {}
        }
    }
}
