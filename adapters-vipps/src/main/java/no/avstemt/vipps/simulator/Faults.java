package no.avstemt.vipps.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;

/** The faults that were asked for. Of several that fit a question the oldest that is not used up counts. */
final class Faults {
    private final Keys keys;
    private final List<Standing> standing = new ArrayList<>();
    private int lastId;

    Faults(Keys keys) {
        this.keys = keys;
    }

    /** A fault, how many fitting questions it has met and how many of them it has spoilt. */
    private static final class Standing {
        private final int id;
        private final Fault fault;
        private final Map<String, Answer> pages = new HashMap<>();
        private int met;
        private int spoilt;

        Standing(int id, Fault fault) {
            this.id = id;
            this.fault = fault;
        }

        boolean isUsedUp() {
            return fault.times().isPresent() && spoilt >= fault.times().getAsInt();
        }

        boolean strikes() {
            met++;
            return met > fault.after();
        }

        void write(JsonGenerator json) {
            json.writeStartObject();
            json.writeNumberProperty("id", id);
            fault.write(json);
            json.writeNumberProperty("met", met);
            json.writeNumberProperty("spoilt", spoilt);
            json.writeEndObject();
        }
    }

    synchronized Answer add(Fault fault) {
        Standing added = new Standing(++lastId, fault);
        standing.add(added);
        return Answer.created(json -> {
            json.writeNumberProperty("id", added.id);
            fault.write(json);
        });
    }

    synchronized void clear() {
        standing.clear();
    }

    synchronized void clear(String id) {
        if (!standing.removeIf(one -> Integer.toString(one.id).equals(id))) {
            throw Refused.noSuchControl("There is no fault " + id);
        }
    }

    synchronized void write(JsonGenerator json) {
        json.writeArrayPropertyStart("faults");
        standing.forEach(one -> one.write(json));
        json.writeEndArray();
    }

    /** What the caller gets: {@code right}, or what a fault makes of it. */
    Answer answer(Request request, Supplier<Answer> right) {
        Optional<Standing> fitting = fitting(request);
        if (fitting.isEmpty()) {
            return right.get();
        }
        Standing one = fitting.get();
        if (one.fault.kind() == FaultKind.REPEATED_PAGE) {
            return repeated(one, request, right);
        }
        return strikes(one) ? spoilt(one.fault, request, right) : right.get();
    }

    private synchronized Optional<Standing> fitting(Request request) {
        return standing.stream()
                .filter(one -> !one.isUsedUp() && one.fault.fits(request))
                .findFirst();
    }

    private synchronized boolean strikes(Standing one) {
        boolean strikes = !one.isUsedUp() && one.strikes();
        one.spoilt += strikes ? 1 : 0;
        return strikes;
    }

    /** The first page of a stream cannot be one that was given before. */
    private Answer repeated(Standing one, Request request, Supplier<Answer> right) {
        Optional<Answer> before = request.parameter("cursor").isPresent()
                ? pageBefore(one, request.path()).filter(page -> strikes(one))
                : Optional.empty();
        return before.orElseGet(() -> {
            Answer page = right.get();
            keep(one, request.path(), page);
            return page;
        });
    }

    private synchronized Optional<Answer> pageBefore(Standing one, String path) {
        return Optional.ofNullable(one.pages.get(path));
    }

    private synchronized void keep(Standing one, String path, Answer page) {
        one.pages.put(path, page);
    }

    private Answer spoilt(Fault fault, Request request, Supplier<Answer> right) {
        return switch (fault.kind()) {
            case EXPIRED_TOKEN -> {
                keys.endToken(request);
                yield Answer.unauthorized("The access token is invalid or expired");
            }
            case UNAUTHORIZED -> Answer.unauthorized("Unauthorized, because that was asked for");
            case TOO_MANY_REQUESTS -> {
                Answer busy = Answer.gateway(429, "Rate limit is exceeded");
                yield fault.retryAfter().isPresent()
                        ? busy.withHeader(
                                "Retry-After",
                                Integer.toString(fault.retryAfter().getAsInt()))
                        : busy;
            }
            case SERVER_ERROR -> fault.shape().answer(fault.status(), request.path());
            case SLOW -> right.get().delivered(new Delivery.Drip(fault.seconds()));
            case CUT_BODY -> right.get().delivered(Delivery.CUT);
            case WRONG_JSON -> right.get().brokenOff();
            case LARGE_BODY -> right.get().delivered(Delivery.padded(fault.megabytes() << 20));
            case NO_SUCH_LEDGER -> throw Refused.noSuchLedger(request.path());
            case REPEATED_PAGE -> throw new IllegalStateException("needs the page before");
        };
    }
}
