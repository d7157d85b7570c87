package no.avstemt.web.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.avstemt.application.client.ClientStore.ClientName;
import no.avstemt.application.client.ClientStore.Freshness;
import no.avstemt.application.client.ListClients;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.http.Frames;
import no.avstemt.web.http.Frames.Surroundings;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;
import no.avstemt.web.text.Texts;

/** Puts a page about one client account into its frame: its rail, the switcher, bread crumbs, and how fresh it is. */
public final class ClientFrames {

    private final ListClients listClients;
    private final Frames frames;

    public ClientFrames(ListClients listClients, Frames frames) {
        this.listClients = listClients;
        this.frames = frames;
    }

    /** For a page that the rail offers. */
    public Frame frame(Request request, RailPage page) {
        return frame(request, page, request.texts().get(page.textKey()), List.of());
    }

    /**
     * For a page below one that the rail offers.
     *
     * @param page which of the rail's it belongs to
     * @param title of the page itself
     * @param between what leads from the client to it, the outermost first
     */
    public Frame frame(Request request, RailPage page, String title, List<Link> between) {
        ClientAccountId client = request.client();
        List<ClientName> clients = listClients.names(request.caller());
        String name = clients.stream()
                .filter(row -> row.id().equals(client))
                .findFirst()
                .orElseThrow()
                .name();
        List<Link> crumbs = new ArrayList<>();
        crumbs.add(Link.to(name, Addresses.client(client).toString()));
        crumbs.addAll(between);
        crumbs.add(Link.here(title, request.here()));
        return frames.frame(
                request,
                new Surroundings(
                        title + ", " + name,
                        rail(client, page, request.texts()),
                        name,
                        switcher(clients, client, page),
                        page == RailPage.OVERVIEW ? List.of(Link.here(name, request.here())) : crumbs,
                        freshness(listClients.freshness(client), request)));
    }

    private static List<Link> rail(ClientAccountId client, RailPage shown, Texts texts) {
        List<Link> rail = new ArrayList<>();
        rail.add(Link.to(texts.get("front.title"), Addresses.FRONT));
        Arrays.stream(RailPage.values())
                .filter(page -> page.inRail() == page)
                .map(page -> new Link(texts.get(page.textKey()), page.of(client).toString(), page == shown.inRail()))
                .forEach(rail::add);
        return rail;
    }

    private static List<Link> switcher(List<ClientName> clients, ClientAccountId shown, RailPage page) {
        return clients.stream()
                .map(row -> new Link(
                        row.name(), page.of(row.id()).toString(), row.id().equals(shown)))
                .toList();
    }

    private static String freshness(Freshness freshness, Request request) {
        String fetched = freshness
                .fetchedAt()
                .map(at ->
                        request.texts().get("front.freshness", request.formats().dateAndTime(at)))
                .orElse(request.texts().get("client.neverFetched"));
        return freshness
                .bookedTo()
                .map(to -> fetched + " · "
                        + request.texts()
                                .get(
                                        freshness
                                                        .completeTo()
                                                        .filter(to::isBefore)
                                                        .isPresent()
                                                ? "client.bookedToPayout"
                                                : "client.bookedTo",
                                        request.formats().date(to)))
                .orElse(fetched);
    }
}
