package no.avstemt.web.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.web.multipart.Multipart;

/** The fields of a query or of a form, in order, each with every value it was given. */
final class FormData {

    private static final int MOST_FIELDS = 2_000;

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /** Why some of it could not be read. */
    private Optional<Problem> fault = Optional.empty();

    private FormData() {}

    /**
     * @param encoded as {@code application/x-www-form-urlencoded}
     * @throws Problem 400 for what is not that, in UTF-8
     */
    static FormData parse(String encoded) {
        FormData data = readable(encoded);
        data.requireWhole();
        return data;
    }

    /** What of it can be read; whether that is all is asked by {@link #requireWhole}. */
    static FormData readable(String encoded) {
        FormData data = new FormData();
        int fields = 0;
        for (String pair : encoded.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            if (++fields > MOST_FIELDS) {
                data.fault = Optional.of(Problem.badRequest("error.tooManyFields", Integer.toString(MOST_FIELDS)));
                break;
            }
            data.add(pair);
        }
        return data;
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        try {
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        } catch (Problem notUtf8) {
            fault = Optional.of(notUtf8);
        }
    }

    /** @throws Problem 400 when some of it could not be read */
    void requireWhole() {
        if (fault.isPresent()) {
            throw fault.get();
        }
    }

    /** @throws Problem 400 for more fields than a form of ours has */
    static FormData of(List<Multipart.Value> fields) {
        if (fields.size() > MOST_FIELDS) {
            throw Problem.badRequest("error.tooManyFields", Integer.toString(MOST_FIELDS));
        }
        FormData data = new FormData();
        fields.forEach(field -> data.values
                .computeIfAbsent(field.name(), key -> new ArrayList<>())
                .add(field.value()));
        return data;
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    Set<String> names() {
        return values.keySet();
    }

    private static String decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.write(hexByte(text, i + 1));
                i += 2;
            } else if (c == '+') {
                bytes.write(' ');
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            ByteBuffer raw = ByteBuffer.wrap(bytes.toByteArray());
            return StandardCharsets.UTF_8.newDecoder().decode(raw).toString();
        } catch (CharacterCodingException e) {
            throw Problem.badRequest("error.encoding");
        }
    }

    private static int hexByte(String text, int at) {
        int high = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
        int low = at + 1 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
        if (high < 0 || low < 0) {
            throw Problem.badRequest("error.encoding");
        }
        return high * 16 + low;
    }
}
