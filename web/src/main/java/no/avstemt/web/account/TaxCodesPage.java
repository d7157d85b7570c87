package no.avstemt.web.account;

import java.util.List;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/** @param date that rates are told for, as in the address */
public record TaxCodesPage(Frame frame, List<Link> tabs, String client, String date, String lead, List<Part> parts) {

    public TaxCodesPage {
        tabs = List.copyOf(tabs);
        parts = List.copyOf(parts);
    }

    /** @param title of codes that belong together */
    public record Part(String title, List<Row> rows) {

        public Part {
            rows = List.copyOf(rows);
        }
    }

    /**
     * @param rate with per cent; empty where no rate belongs to it
     * @param how where the tax is, in a few words
     * @param history the rates there have been, in a sentence; empty where there was only one
     */
    public record Row(
            String code, String name, String rate, String history, String how, String accounts, String reported) {}
}
