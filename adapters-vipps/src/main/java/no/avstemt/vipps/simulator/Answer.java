package no.avstemt.vipps.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A status and a JSON body, in one of the shapes that Vipps uses. */
record Answer(int status, String contentType, ByteArrayOutputStream body) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String PLAIN = "application/json; charset=utf-8";
    private static final String PROBLEM = "application/problem+json";

    /** 200 with one object, whose members {@code members} writes. */
    static Answer ok(Consumer<JsonGenerator> members) {
        return of(200, PLAIN, members);
    }

    /** 200 with one array, whose elements {@code elements} writes. */
    static Answer array(Consumer<JsonGenerator> elements) {
        return written(200, PLAIN, json -> {
            json.writeStartArray();
            elements.accept(json);
            json.writeEndArray();
        });
    }

    static Answer failure(int status, int code, String message) {
        return of(status, PLAIN, json -> {
            json.writeNumberProperty("errorCode", code);
            json.writeStringProperty("errorMessage", message);
            json.writeStringProperty(
                    "contextId",
                    UUID.nameUUIDFromBytes(message.getBytes(StandardCharsets.UTF_8))
                            .toString());
        });
    }

    static Answer unauthorized(String message) {
        return of(401, PLAIN, json -> {
            json.writeStringProperty("code", "Unauthorized");
            json.writeStringProperty("message", message);
        });
    }

    static Answer oauthError(int status, String error, String description) {
        return of(status, PLAIN, json -> {
            json.writeStringProperty("error", error);
            json.writeStringProperty("error_description", description);
        });
    }

    static Answer problem(int status, String title, String detail, String instance) {
        return of(status, PROBLEM, json -> {
            json.writeStringProperty("type", "https://httpstatuses.io/" + status);
            json.writeStringProperty("title", title);
            json.writeNumberProperty("status", status);
            json.writeStringProperty("detail", detail);
            json.writeStringProperty("instance", instance);
        });
    }

    private static Answer of(int status, String contentType, Consumer<JsonGenerator> members) {
        return written(status, contentType, json -> {
            json.writeStartObject();
            members.accept(json);
            json.writeEndObject();
        });
    }

    private static Answer written(int status, String contentType, Consumer<JsonGenerator> content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), body)) {
            content.accept(json);
        }
        return new Answer(status, contentType, body);
    }
}
