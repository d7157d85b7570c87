package no.avstemt.web.sale;

import java.util.List;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Pager;
import no.avstemt.web.report.Selection;

/**
 * @param lead what journal line the sales are behind; may be empty
 * @param leadHref where that line is
 * @param search what was searched for; may be empty
 * @param selection the filter as a sentence; without parts while something is searched for
 * @param clearHref the list without the search
 * @param empty stands instead of rows when there are none
 */
public record SalesPage(
        Frame frame,
        String lead,
        String leadHref,
        String client,
        String search,
        String clearHref,
        Selection selection,
        List<Row> rows,
        Pager pager,
        String empty) {

    public SalesPage {
        rows = List.copyOf(rows);
    }

    public boolean isFiltered() {
        return !selection.parts().isEmpty();
    }

    /**
     * @param tells what Vipps knows of the sale
     * @param money whether a settlement entry moved its money, in a word
     * @param moneyHref that entry; may be empty
     */
    public record Row(
            String href,
            String date,
            String time,
            String kind,
            String reference,
            String payment,
            String solution,
            String category,
            String gross,
            String vat,
            String tells,
            String money,
            String moneyHref) {}
}
