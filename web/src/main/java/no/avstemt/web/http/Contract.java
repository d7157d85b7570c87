package no.avstemt.web.http;

import java.util.List;
import java.util.Optional;
import no.avstemt.web.api.Schema;
import no.avstemt.web.api.Shape;

/**
 * What a route takes in its body and what it gives.
 *
 * @param body the JSON object it takes; empty when it takes none
 * @param streams the media types that it takes as a stream instead
 * @param status when all is well
 * @param answer of its JSON; empty when nothing is told of it
 * @param conflict when it answers 409, as the end of a sentence; empty when it never does
 */
public record Contract(
        Optional<Shape> body, List<String> streams, int status, Optional<Schema> answer, String conflict) {

    static final Contract NONE = new Contract(Optional.empty(), List.of(), 200, Optional.empty(), "");

    static final int NOTHING = 204;

    public Contract {
        streams = List.copyOf(streams);
        if (body.isPresent() && !streams.isEmpty()) {
            throw new IllegalArgumentException("A body is read whole or as a stream, not both");
        }
    }

    Contract with(Shape shape) {
        return new Contract(Optional.of(shape), streams, status, answer, conflict);
    }

    Contract withStreams(List<String> mediaTypes) {
        return new Contract(body, mediaTypes, status, answer, conflict);
    }

    Contract giving(int newStatus, Schema schema) {
        return new Contract(body, streams, newStatus, Optional.of(schema), conflict);
    }

    Contract givingNothing() {
        return new Contract(body, streams, NOTHING, Optional.empty(), conflict);
    }

    Contract conflicting(String when) {
        return new Contract(body, streams, status, answer, when);
    }

    public boolean takesBody() {
        return body.isPresent() || !streams.isEmpty();
    }
}
