package no.avstemt.application.settlement;

import java.time.Duration;
import java.util.Optional;

/** The world failed: what was asked, of whom, why it did not work, and what to do, in a sentence for a person. */
public final class SourceUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of trouble it is decides what a person can do about it. */
    public enum Reason {
        KEYS_REJECTED,
        NO_ACCESS,
        BAD_REQUEST,
        BUSY,
        UNREACHABLE,
        UNREADABLE
    }

    private final Reason reason;
    private final String sentence;
    private final transient Optional<Duration> retryAfter;

    public SourceUnavailable(Reason reason, String message, Optional<Duration> retryAfter, Throwable cause) {
        super(message, cause);
        this.sentence = message;
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public SourceUnavailable(Reason reason, String message, Optional<Duration> retryAfter) {
        super(message);
        this.sentence = message;
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public SourceUnavailable(Reason reason, String message) {
        this(reason, message, Optional.empty());
    }

    /** What was asked, of whom, what came back, and what to do. */
    public String sentence() {
        return sentence;
    }

    public Reason reason() {
        return reason;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
