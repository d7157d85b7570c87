package no.avstemt.web.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers that the program gave of the demo's books, by the name of the operation, of long lists only the first rows. A test
 * asks anew and finds what has another form by now; {@code -Dexamples.update=true} writes them down again.
 */
final class Examples {

    private static final String RESOURCE = "/openapi/examples.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    static final Examples NONE = new Examples(Map.of());

    private final Map<String, Object> byOperation;

    private Examples(Map<String, Object> byOperation) {
        this.byOperation = Map.copyOf(byOperation);
    }

    static Examples load() {
        try (InputStream in = Examples.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + RESOURCE + " is missing");
            }
            return new Examples(JSON.readValue(in, new TypeReference<Map<String, Object>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Object> of(String operationId) {
        return Optional.ofNullable(byOperation.get(operationId));
    }

    /** To be read; empty when there is none. */
    String text(String operationId) {
        return of(operationId).map(JSON::writeValueAsString).orElse("");
    }
}
