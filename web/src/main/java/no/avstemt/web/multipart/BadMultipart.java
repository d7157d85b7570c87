package no.avstemt.web.multipart;

import no.avstemt.web.text.Message;

/** A form with files that is not taken, and the status with which it is refused. */
public final class BadMultipart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Message what;

    private BadMultipart(int status, Message what) {
        super(what.key(), null, false, false);
        this.status = status;
        this.what = what;
    }

    static BadMultipart broken() {
        return new BadMultipart(400, Message.of("upload.broken"));
    }

    static BadMultipart tooLarge(int most) {
        return new BadMultipart(413, Message.of("upload.tooLarge", Integer.toString(most >> 20)));
    }

    static BadMultipart otherField(String name, String field) {
        return new BadMultipart(400, Message.of("upload.field", name, field));
    }

    public int status() {
        return status;
    }

    public Message what() {
        return what;
    }
}
