package no.avstemt.web.frame;

import java.util.ArrayList;
import java.util.List;
import no.avstemt.application.client.ListClients;
import no.avstemt.web.http.Frames;
import no.avstemt.web.http.Frames.Surroundings;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/** Puts a page about the office itself into its frame. */
public final class OfficeFrames {

    private final ListClients listClients;
    private final Frames frames;

    public OfficeFrames(ListClients listClients, Frames frames) {
        this.listClients = listClients;
        this.frames = frames;
    }

    /** For the front page. */
    public Frame front(Request request, String freshness) {
        Link front = Link.here(request.texts().get("front.title"), Addresses.FRONT);
        return frame(request, front.label(), front, List.of(front), freshness);
    }

    /**
     * @param between what leads from the front page to it, the outermost first
     * @param freshness how new what it shows is; may be empty
     */
    public Frame frame(Request request, String title, List<Link> between, String freshness) {
        Link front = Link.to(request.texts().get("front.title"), Addresses.FRONT);
        List<Link> crumbs = new ArrayList<>();
        crumbs.add(front);
        crumbs.addAll(between);
        crumbs.add(Link.here(title, request.here()));
        return frame(request, title, front, crumbs, freshness);
    }

    private Frame frame(Request request, String title, Link front, List<Link> crumbs, String freshness) {
        List<Link> clients = listClients.names(request.caller()).stream()
                .map(row -> Link.to(row.name(), Addresses.client(row.id()).toString()))
                .toList();
        List<Link> rail = List.of(front, reports(request));
        return frames.frame(request, new Surroundings(title, rail, "", clients, crumbs, freshness));
    }

    private static Link reports(Request request) {
        boolean here = request.here().split("\\?", 2)[0].equals(Addresses.COMBINED_REPORTS);
        return new Link(request.texts().get("page.reports"), Addresses.COMBINED_REPORTS, here);
    }
}
