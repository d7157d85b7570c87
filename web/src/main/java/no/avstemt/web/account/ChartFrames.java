package no.avstemt.web.account;

import java.util.Arrays;
import java.util.List;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/** What the pages about a chart have around them: the client's frame, and the tabs from one to the other. */
final class ChartFrames {

    private final ClientFrames frames;

    ChartFrames(ClientFrames frames) {
        this.frames = frames;
    }

    enum Tab {
        ACCOUNTS("accounts"),
        TEMPLATE("template"),
        ROLES("roles"),
        TAX_CODES("tax-codes");

        private final String id;

        Tab(String id) {
            this.id = id;
        }

        Address of(ClientAccountId client) {
            return this == ACCOUNTS ? Addresses.chart(client) : Addresses.chart(client, id);
        }
    }

    Frame frame(Request request, Tab tab) {
        return tab == Tab.ACCOUNTS
                ? frames.frame(request, RailPage.CHART)
                : below(request, request.texts().get("chart.tab." + tab.id));
    }

    /** For a page that has no tab of its own. */
    Frame below(Request request, String title) {
        Link chart = Link.to(
                request.texts().get(RailPage.CHART.textKey()),
                Addresses.chart(request.client()).toString());
        return frames.frame(request, RailPage.CHART, title, List.of(chart));
    }

    static List<Link> tabs(Request request, Tab shown) {
        return Arrays.stream(Tab.values())
                .map(tab -> new Link(
                        request.texts().get("chart.tab." + tab.id),
                        tab.of(request.client()).toString(),
                        tab == shown))
                .toList();
    }

    /** Templates are the office's, not one client's, so a key for some client accounts is none for them. */
    static boolean mayMakeTemplates(Request request) {
        return request.caller().mayAdministerOffice();
    }
}
