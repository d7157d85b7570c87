package no.avstemt.web.favourite;

import java.util.List;
import no.avstemt.web.page.Link;

/**
 * @param client the client account, by its id
 * @param here path and query of the page that can be made one
 */
public record FavouriteList(String client, String here, List<Link> all) {

    public FavouriteList {
        all = List.copyOf(all);
    }
}
