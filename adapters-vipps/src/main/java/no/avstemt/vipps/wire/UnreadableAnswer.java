package no.avstemt.vipps.wire;

/** An answer, or one row of it, that cannot be read. The message names the field and what is wrong with it. */
public final class UnreadableAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableAnswer(String message) {
        super(message);
    }

    UnreadableAnswer(String message, Throwable cause) {
        super(message, cause);
    }

    static UnreadableAnswer field(String path, String problem) {
        return new UnreadableAnswer("the field " + path + " " + problem);
    }
}
