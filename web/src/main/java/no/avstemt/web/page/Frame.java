package no.avstemt.web.page;

import java.util.List;
import no.avstemt.web.text.Texts;

/**
 * Everything around the content of a page for a person who is signed in.
 *
 * @param here path and query of this page, to come back to after a change of language
 * @param person who is signed in, by name
 * @param csrf what every form of this session carries
 * @param rail the pages one can go to from here
 * @param settings of the office, for those who may change them
 * @param client the client account at hand; empty on pages about all of them
 * @param clients what the switcher offers
 * @param crumbs from the outermost level to this page, which comes last
 * @param freshness how new the figures are, as a sentence; may be empty
 */
public record Frame(
        Texts texts,
        AssetLinks assets,
        String title,
        String here,
        String person,
        String csrf,
        List<Link> rail,
        List<Link> settings,
        String client,
        List<Link> clients,
        List<Link> crumbs,
        String freshness) {

    private static final int MOST_CLIENTS = 12;

    public Frame {
        rail = List.copyOf(rail);
        settings = List.copyOf(settings);
        clients = List.copyOf(clients);
        crumbs = List.copyOf(crumbs);
    }

    /** A switcher of hundreds is searched, not scrolled. */
    public List<Link> nearestClients() {
        return clients.subList(0, Math.min(clients.size(), MOST_CLIENTS));
    }

    public boolean hasMoreClients() {
        return clients.size() > MOST_CLIENTS;
    }

    public String go() {
        return Address.of(Addresses.GO).with("from", here).toString();
    }

    public String t(String key, String... arguments) {
        return texts.get(key, arguments);
    }
}
