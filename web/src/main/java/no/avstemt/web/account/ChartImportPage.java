package no.avstemt.web.account;

import java.util.List;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Frame;

/**
 * @param text as pasted
 * @param done what was taken in, in a sentence; empty before
 */
public record ChartImportPage(
        Frame frame, String client, String text, String done, String columns, Faults faults, List<String> lines) {

    public ChartImportPage {
        lines = List.copyOf(lines);
    }
}
