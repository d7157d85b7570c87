package no.avstemt.web.voucher;

import java.util.List;
import no.avstemt.web.page.Fact;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;
import no.avstemt.web.page.Pager;

/**
 * @param lead what kind of voucher it is, as a sentence
 * @param entries that it documents
 * @param rows that were booked on it
 */
public record VoucherPage(
        Frame frame,
        String title,
        String lead,
        List<Fact> facts,
        List<Link> entries,
        List<Row> rows,
        String sum,
        Pager pager) {

    public VoucherPage {
        facts = List.copyOf(facts);
        entries = List.copyOf(entries);
        rows = List.copyOf(rows);
    }

    public record Row(String time, String type, String reference, String psp, String amount, String href) {}
}
