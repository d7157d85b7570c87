package no.avstemt.web.http;

import java.util.List;
import no.avstemt.application.access.Authenticate.SignedIn;
import no.avstemt.application.access.Role;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.AssetLinks;
import no.avstemt.web.page.Bare;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/** Puts a page into what surrounds it. */
public final class Frames {

    private final AssetLinks assets;

    public Frames(AssetLinks assets) {
        this.assets = assets;
    }

    /** What of the surroundings depends on the page; see {@link Frame}. */
    public record Surroundings(
            String title, List<Link> rail, String client, List<Link> clients, List<Link> crumbs, String freshness) {}

    /** For a page that only a person who is signed in can see. */
    public Frame frame(Request request, Surroundings around) {
        SignedIn person = request.signedIn()
                .orElseThrow(() -> new IllegalStateException("A framed page is for a person: " + request.here()));
        return new Frame(
                request.texts(),
                assets,
                around.title(),
                request.returnPath(),
                person.user().name(),
                person.session().csrf().text(),
                around.rail(),
                settings(request),
                around.client(),
                around.clients(),
                around.crumbs(),
                around.freshness());
    }

    private static List<Link> settings(Request request) {
        Link keys = setting(request, "apiKeys.title", Addresses.API_KEYS);
        return request.caller().role() == Role.ADMINISTRATOR
                ? List.of(setting(request, "connections.title", Addresses.CONNECTIONS), keys)
                : List.of(keys);
    }

    private static Link setting(Request request, String key, String address) {
        return new Link(request.texts().get(key), address, request.here().startsWith(address));
    }

    /** For a page that stands alone. */
    public Bare bare(Request request, String title) {
        String csrf =
                request.signedIn().map(person -> person.session().csrf().text()).orElse("");
        return new Bare(request.texts(), title, assets, request.returnPath(), csrf);
    }
}
