package no.avstemt.web.finding;

import java.util.List;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/**
 * @param client whom the forms are about
 * @param count how many there are, as a sentence
 * @param filters which to show; the chosen one is current
 * @param previous,next pages; empty where there is none
 */
public record FindingsPage(
        Frame frame,
        String client,
        String count,
        List<Link> filters,
        List<Shown> findings,
        String previous,
        String next) {

    public FindingsPage {
        filters = List.copyOf(filters);
        findings = List.copyOf(findings);
    }

    /**
     * @param id of the element, to be linked to
     * @param closed when its cause was gone, as a sentence; empty while it is open
     * @param settle,confirm where the choice is sent; empty where there is none to make
     * @param links to the settlement entry, the journal line and the ledger's account, as far as known
     */
    public record Shown(
            String id,
            String number,
            String title,
            String happened,
            String todo,
            String amount,
            String where,
            String found,
            String closed,
            List<Link> links,
            String settle,
            String confirm) {

        public Shown {
            links = List.copyOf(links);
        }

        public boolean isOpen() {
            return closed.isEmpty();
        }
    }
}
