package no.avstemt.web.client;

import java.util.List;
import no.avstemt.web.page.Frame;

/**
 * @param again the page's own address while it is not over, to be looked at again; empty then
 * @param steps in the order in which they are done
 * @param sides once the day is booked
 * @param clientHref to the client account
 */
public record FirstDayPage(
        Frame frame, String lead, String again, List<Step> steps, List<SideRow> sides, String clientHref) {

    public FirstDayPage {
        steps = List.copyOf(steps);
        sides = List.copyOf(sides);
    }

    /** @param href where it can be seen; empty where there is nothing yet */
    public record Step(String title, String text, boolean done, String href) {}

    public record SideRow(String name, String ours, String theirs, String difference, boolean holds) {}
}
