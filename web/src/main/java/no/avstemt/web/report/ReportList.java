package no.avstemt.web.report;

import java.util.List;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/**
 * The page that lists the reports.
 *
 * @param combined leads to the same reports of several client accounts
 */
public record ReportList(Frame frame, String title, List<Row> rows, Link combined) {

    public ReportList {
        rows = List.copyOf(rows);
    }

    /** @param about what it is for, in a sentence */
    public record Row(Link report, String about) {}
}
