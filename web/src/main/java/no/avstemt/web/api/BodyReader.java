package no.avstemt.web.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import no.avstemt.web.text.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** From the bytes of a request to a {@link Body}: strict JSON in UTF-8. */
public final class BodyReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNameLength(1_000)
                    .build())
            .build();

    private BodyReader() {}

    /** @throws BadBody with every fault; with the place where it breaks off when it is not JSON */
    public static Body read(byte[] raw, Shape shape) {
        String text = decoded(raw);
        if (text.isBlank()) {
            throw whole(Message.of("body.empty"));
        }
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            return read(json, shape);
        }
    }

    /** An exception of the parser does not always say where; the parser itself does. */
    private static Body read(JsonParser json, Shape shape) {
        Place place = Place.whole(json);
        try {
            json.nextToken();
            Optional<Body> body = shape.read(place);
            if (json.nextToken() == null) {
                return body.orElseThrow(() -> new BadBody(place.faults()));
            }
        } catch (JacksonException e) {
            throw notJson(json.currentLocation());
        }
        throw notJson(json.currentLocation());
    }

    private static String decoded(byte[] raw) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw whole(Message.of("body.encoding"));
        }
    }

    private static BadBody notJson(TokenStreamLocation where) {
        return whole(
                Message.of("body.notJson", Integer.toString(where.getLineNr()), Integer.toString(where.getColumnNr())));
    }

    private static BadBody whole(Message what) {
        return new BadBody(List.of(new Fault("", what)));
    }
}
