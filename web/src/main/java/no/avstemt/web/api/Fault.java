package no.avstemt.web.api;

import no.avstemt.web.text.Message;

/**
 * One thing wrong with a body.
 *
 * @param field where it stands, as {@code lines[2].account_code}; empty for the body as a whole
 * @param what the whole sentence, the place included
 */
public record Fault(String field, Message what) {

    /** For what only the use case can know of a field that is well written, in a text that names the field itself. */
    public static Fault of(String field, String key, String... arguments) {
        return new Fault(field, Message.of(key, arguments));
    }
}
