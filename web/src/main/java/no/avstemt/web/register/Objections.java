package no.avstemt.web.register;

import java.util.List;
import no.avstemt.application.register.Objection;
import no.avstemt.web.api.Fault;
import no.avstemt.web.http.Problem;
import no.avstemt.web.text.Texts;

/** Why something was not done, in words. */
public final class Objections {

    private Objections() {}

    private static String key(Objection objection) {
        return "objection." + objection.reason().name();
    }

    public static String text(Objection objection, Texts texts) {
        return texts.get(key(objection), objection.fact());
    }

    /** For a program. */
    public static Problem problem(Objection objection) {
        return objection.reason().isConflict()
                ? Problem.conflict(key(objection), objection.fact())
                : Problem.faulty(List.of(Fault.of(objection.field(), key(objection), objection.fact())));
    }
}
