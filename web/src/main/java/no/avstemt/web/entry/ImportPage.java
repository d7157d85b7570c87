package no.avstemt.web.entry;

import java.util.List;
import no.avstemt.web.page.Fact;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/**
 * The form that takes in a file of entries, with what the file that was sent last came to.
 *
 * @param shows the lists of the journal
 * @param token that lets this form be sent twice and post once
 * @param done what was posted, in a sentence; empty before
 * @param lines what is wrong with the file, line by line
 * @param again that the same file was posted before; empty when it was not
 * @param preview what would be posted; empty when nothing was looked at
 */
public record ImportPage(
        Frame frame,
        String client,
        String action,
        List<Link> shows,
        String token,
        String done,
        Faults faults,
        List<String> lines,
        String again,
        List<Fact> preview,
        String fileHelp,
        boolean createMissing,
        Field reason) {

    public ImportPage {
        shows = List.copyOf(shows);
        lines = List.copyOf(lines);
        preview = List.copyOf(preview);
    }
}
