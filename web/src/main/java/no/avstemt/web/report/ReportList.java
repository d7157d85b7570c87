package no.avstemt.web.report;

import java.util.List;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/** The page that lists the reports. */
public record ReportList(Frame frame, String title, List<Row> rows) {

    public ReportList {
        rows = List.copyOf(rows);
    }

    /** @param about what it is for, in a sentence */
    public record Row(Link report, String about) {}
}
