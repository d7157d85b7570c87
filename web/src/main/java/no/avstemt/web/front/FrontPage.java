package no.avstemt.web.front;

import java.util.List;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/**
 * @param greeting to the person, by name
 * @param reconciled how many of how many client accounts are reconciled, as a sentence, or that there are none
 * @param begin where the first client account is taken into use; empty once there are any, and for whom may not
 * @param waiting how many ledgers wait to be taken into use, as a sentence; empty for none
 * @param waitingHref where they are; empty for whom may not take them into use
 * @param fetch whether the reader may start a round
 * @param fetching how many client accounts are being fetched now, as a sentence; empty for none
 * @param run the page of the run that waits or goes on; empty for none
 * @param needsYou the worst first
 * @param needsYouCount of all of them, shown or not
 * @param allNeeds leads to those not shown; empty when all are
 */
public record FrontPage(
        Frame frame,
        String greeting,
        String reconciled,
        boolean hasClients,
        String begin,
        String waiting,
        String waitingHref,
        boolean fetch,
        String fetching,
        String run,
        List<NeedsYou> needsYou,
        String needsYouCount,
        String allNeeds,
        Table table) {

    public FrontPage {
        needsYou = List.copyOf(needsYou);
    }

    public boolean needsNobody() {
        return needsYou.isEmpty();
    }

    /**
     * @param text what is the matter and what to do
     * @param amount may be empty
     * @param href where it is explained
     */
    public record NeedsYou(String client, String text, String amount, String href) {}

    /**
     * The client accounts that were asked for.
     *
     * @param here the address of this choice of them
     * @param search what was searched for; may be empty
     * @param sort,direction as in the address
     * @param shows which to show
     * @param found how many were found, as a sentence; empty when all are shown
     * @param whenEmpty what stands instead of rows
     * @param previous,next pages; empty where there is none
     */
    public record Table(
            String here,
            String search,
            String sort,
            String direction,
            List<Choice> shows,
            List<Head> heads,
            List<ClientRow> rows,
            String found,
            String whenEmpty,
            String previous,
            String next) {

        public Table {
            shows = List.copyOf(shows);
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }

        public boolean isFetching() {
            return rows.stream().anyMatch(row -> !row.progress().isEmpty());
        }
    }

    public record Choice(String value, String label, boolean chosen) {}

    /**
     * @param sorted {@code ascending}, {@code descending}, or empty
     * @param link sorts by it, or turns the order round
     */
    public record Head(Link link, String css, String sorted) {

        public String mark() {
            return sorted.isEmpty() ? "" : sorted.equals("ascending") ? "▲" : "▼";
        }
    }

    /**
     * @param difference empty while nothing is booked
     * @param isReconciled whether the difference is nothing
     * @param findings how many; empty for none
     * @param progress of a round that is going on; empty when there is none
     */
    public record ClientRow(
            String id,
            String name,
            String href,
            String fetchedTo,
            String bookedTo,
            String atVipps,
            String difference,
            boolean isReconciled,
            String findings,
            String findingsHref,
            List<Progress> progress) {

        public ClientRow {
            progress = List.copyOf(progress);
        }
    }

    /** @param value,most of the bar */
    public record Progress(String text, String value, String most) {}
}
