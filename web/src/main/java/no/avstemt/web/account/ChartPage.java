package no.avstemt.web.account;

import java.util.List;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/**
 * @param lead what it holds, in a sentence
 * @param add,takeIn addresses for those who may change the chart; else empty
 */
public record ChartPage(
        Frame frame,
        List<Link> tabs,
        String lead,
        String client,
        String search,
        String clear,
        String add,
        String takeIn,
        String export,
        List<Row> rows) {

    public ChartPage {
        tabs = List.copyOf(tabs);
        rows = List.copyOf(rows);
    }

    /**
     * @param about what its lines are about; may be empty
     * @param status what is not usual about it, in a word; may be empty
     * @param roles that it has, each in a word
     */
    public record Row(
            String href,
            String code,
            String name,
            String about,
            String taxCode,
            String saft,
            String status,
            List<String> roles,
            String balance,
            String ledger) {

        public Row {
            roles = List.copyOf(roles);
        }
    }
}
