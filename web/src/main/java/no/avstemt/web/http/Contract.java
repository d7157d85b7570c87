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
 * @param files that it takes as a form; empty when it takes none
 * @param bodyLeftOut whether no body is the same as an empty object
 * @param asksVipps whether it answers 502 when Vipps does not answer as it should
 */
public record Contract(
        Optional<Shape> body,
        List<String> streams,
        int status,
        Optional<Schema> answer,
        String conflict,
        Optional<Files> files,
        boolean bodyLeftOut,
        boolean asksVipps) {

    static final Contract NONE =
            new Contract(Optional.empty(), List.of(), 200, Optional.empty(), "", Optional.empty(), false, false);

    static final int NOTHING = 204;

    /**
     * @param field the one they come in
     * @param most bytes of all of them together
     */
    public record Files(String field, int most) {}

    public Contract {
        streams = List.copyOf(streams);
        if (body.isPresent() && !streams.isEmpty()) {
            throw new IllegalArgumentException("A body is read whole or as a stream, not both");
        }
    }

    Contract with(Shape shape) {
        return new Contract(Optional.of(shape), streams, status, answer, conflict, files, bodyLeftOut, asksVipps);
    }

    Contract withOptional(Shape shape) {
        return new Contract(Optional.of(shape), streams, status, answer, conflict, files, true, asksVipps);
    }

    Contract withStreams(List<String> mediaTypes) {
        return new Contract(body, mediaTypes, status, answer, conflict, files, bodyLeftOut, asksVipps);
    }

    Contract giving(int newStatus, Schema schema) {
        return new Contract(body, streams, newStatus, Optional.of(schema), conflict, files, bodyLeftOut, asksVipps);
    }

    Contract givingNothing() {
        return new Contract(body, streams, NOTHING, Optional.empty(), conflict, files, bodyLeftOut, asksVipps);
    }

    Contract conflicting(String when) {
        return new Contract(body, streams, status, answer, when, files, bodyLeftOut, asksVipps);
    }

    Contract withFiles(String field, int most) {
        return new Contract(
                body, streams, status, answer, conflict, Optional.of(new Files(field, most)), bodyLeftOut, asksVipps);
    }

    Contract askingVipps() {
        return new Contract(body, streams, status, answer, conflict, files, bodyLeftOut, true);
    }

    public boolean takesBody() {
        return body.isPresent() || !streams.isEmpty();
    }
}
