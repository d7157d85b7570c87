package no.avstemt.vipps.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/** A status and a JSON body, in one of the shapes that Vipps uses, and how it goes over the wire. */
record Answer(
        int status, String contentType, ByteArrayOutputStream body, Map<String, String> headers, Delivery delivery) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String PLAIN = "application/json; charset=utf-8";
    private static final String PROBLEM = "application/problem+json";

    private Answer(int status, String contentType, ByteArrayOutputStream body) {
        this(status, contentType, body, Map.of(), Delivery.WHOLE);
    }

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

    static Answer created(Consumer<JsonGenerator> members) {
        return of(201, PLAIN, members);
    }

    /** As it stands, whatever it is; without a body if {@code text} is empty. */
    static Answer plain(int status, String contentType, String text) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return new Answer(status, contentType, body);
    }

    Answer withBody(JsonNode json) {
        Answer other = plain(status, contentType, json.toString());
        return new Answer(status, contentType, other.body(), headers, delivery);
    }

    Answer withHeader(String name, String value) {
        return new Answer(status, contentType, body, Map.of(name, value), delivery);
    }

    Answer delivered(Delivery otherwise) {
        return new Answer(status, contentType, body, headers, otherwise);
    }

    /** Complete by its length, but it breaks off in the middle. */
    Answer brokenOff() {
        ByteArrayOutputStream half = new ByteArrayOutputStream();
        half.write(body.toByteArray(), 0, body.size() / 2);
        return new Answer(status, contentType, half, headers, delivery);
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

    /** As the gateway in front of Vipps says it. */
    static Answer gateway(int status, String message) {
        return of(status, PLAIN, json -> {
            json.writeNumberProperty("statusCode", status);
            json.writeStringProperty("message", message);
        });
    }

    /** The platform's problem document, whose status is a text. */
    static Answer platform(int status, String title, String detail) {
        return of(status, PROBLEM, json -> {
            json.writeStringProperty("type", "https://httpstatuses.io/" + status);
            json.writeStringProperty("title", title);
            json.writeStringProperty("status", Integer.toString(status));
            json.writeStringProperty("detail", detail);
            json.writeStringProperty("traceId", "00-4bf92f3577b34da6a3ce929d0e0e4736-00");
            json.writeArrayPropertyStart("extraDetails");
            json.writeStartObject();
            json.writeStringProperty("name", "service");
            json.writeStringProperty("reason", "unavailable");
            json.writeEndObject();
            json.writeEndArray();
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
