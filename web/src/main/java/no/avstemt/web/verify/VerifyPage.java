package no.avstemt.web.verify;

import java.util.List;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Frame;

/**
 * @param mayStart whether the reader may start a proof
 * @param typed what was given as a kept head
 * @param head to be kept
 * @param verdict of the last proof, as a sentence; empty when there was none
 * @param broken whether it found something
 * @param found what it found, in sentences
 * @param more of what is not shown; may be empty
 * @param earlier the others
 */
public record VerifyPage(
        Frame frame,
        String client,
        boolean mayStart,
        Faults faults,
        String typed,
        String head,
        String verdict,
        boolean broken,
        String when,
        List<String> found,
        String more,
        List<Row> earlier) {

    public VerifyPage {
        found = List.copyOf(found);
        earlier = List.copyOf(earlier);
    }

    public record Row(String when, String who, String result) {}
}
