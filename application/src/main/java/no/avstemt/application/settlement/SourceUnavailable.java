package no.avstemt.application.settlement;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The world failed: what was asked, of whom, why it did not work, and what to do. Its message says it in English, for a log
 * and a terminal; its trouble is what people read.
 */
public final class SourceUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of trouble it is decides what a person can do about it. */
    public enum Reason {
        KEYS_REJECTED,
        NO_ACCESS,
        BAD_REQUEST,
        BUSY,
        UNREACHABLE,
        INSECURE,
        UNREADABLE
    }

    private final Reason reason;
    private final String sentence;
    private final transient Trouble trouble;
    private final transient Optional<Duration> retryAfter;

    public SourceUnavailable(
            Reason reason, String message, Trouble trouble, Optional<Duration> retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.sentence = message;
        this.reason = reason;
        this.trouble = trouble;
        this.retryAfter = retryAfter;
    }

    /** A question that failed: to whom, for what, and what came back, if anything did. */
    public record Asked(String address, String question, String heard) {}

    public SourceUnavailable(
            Reason reason, String message, Asked asked, Optional<Duration> retryAfter, @Nullable Throwable cause) {
        this(reason, message, Trouble.of(reason, asked.address(), asked.heard(), asked.question()), retryAfter, cause);
    }

    public SourceUnavailable(Reason reason, String message, Trouble trouble) {
        this(reason, message, trouble, Optional.empty(), null);
    }

    /** What was asked, of whom, what came back, and what to do. */
    public String sentence() {
        return sentence;
    }

    /** The same for a person, in any language. */
    public Trouble trouble() {
        return trouble;
    }

    public Reason reason() {
        return reason;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
