package no.avstemt.web.front;

import java.util.List;
import no.avstemt.web.page.Frame;

/**
 * @param greeting to the person, by name
 * @param reconciled how many of how many client accounts are reconciled, as a sentence
 * @param needsYou the worst first
 */
public record FrontPage(
        Frame frame, String greeting, String reconciled, List<NeedsYou> needsYou, List<ClientRow> clients) {

    public FrontPage {
        needsYou = List.copyOf(needsYou);
        clients = List.copyOf(clients);
    }

    public String needsYouCount() {
        return Integer.toString(needsYou.size());
    }

    /**
     * @param text what is the matter and what to do
     * @param amount may be empty
     * @param href where it is explained; may be empty
     */
    public record NeedsYou(String client, String text, String amount, String href) {}

    /**
     * @param isReconciled whether the difference is nothing
     * @param findings how many; empty for none
     */
    public record ClientRow(
            String name,
            String href,
            String fetchedTo,
            String bookedTo,
            String atVipps,
            String difference,
            boolean isReconciled,
            String findings,
            String findingsHref) {}
}
