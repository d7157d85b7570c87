package no.avstemt.web.verify;

import no.avstemt.application.verify.Fault;
import no.avstemt.web.text.Texts;

/** What is wrong, in words. */
public final class FaultText {

    private FaultText() {}

    public static String of(Fault fault, Texts texts) {
        return texts.get(fault.check().key(), fault.subject(), fault.expected(), fault.found());
    }
}
