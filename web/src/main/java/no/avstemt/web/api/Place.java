package no.avstemt.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.text.PlainText;
import no.avstemt.web.text.Message;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Where reading has come to: the parser on its token, the path to it, and the faults of the whole body so far. */
record Place(JsonParser json, String path, List<Fault> faults) {

    private static final int MOST_FAULTS = 100;
    private static final int LONGEST_SHOWN = 60;

    static Place whole(JsonParser json) {
        return new Place(json, "", new ArrayList<>());
    }

    Place in(String field) {
        return new Place(json, path.isEmpty() ? field : path + "." + field, faults);
    }

    Place at(int index) {
        return new Place(json, path + "[" + index + "]", faults);
    }

    JsonToken token() {
        return json.currentToken();
    }

    /** Says that what stands here is not what is allowed, and goes past it. */
    <T> Optional<T> refuse(Message allowed) {
        fault(Message.of(path.isEmpty() ? "body.badWhole" : "body.badValue", named(), found())
                .and(allowed));
        json.skipChildren();
        return Optional.empty();
    }

    void fault(Message what) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(path, what));
        }
    }

    private String named() {
        return path.isEmpty() ? "body" : shortened(path);
    }

    private String found() {
        return switch (token()) {
            case START_OBJECT, END_OBJECT -> "{\u2026}";
            case START_ARRAY, END_ARRAY -> "[\u2026]";
            case VALUE_STRING -> '"' + shortened(json.getString()) + '"';
            default -> shortened(json.getString());
        };
    }

    /** Cut, and free of what no answer can carry. */
    static String shortened(String text) {
        String cut = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "\u2026";
        return cut.codePoints()
                .map(c -> PlainText.isPlain(c) ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
