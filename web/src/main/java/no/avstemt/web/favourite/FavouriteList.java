package no.avstemt.web.favourite;

import java.util.List;
import no.avstemt.web.page.Link;

/**
 * @param path where one is kept; below it one is removed
 * @param client the client account, by its id; empty where it is of several
 * @param here path and query of the page that can be made one
 */
public record FavouriteList(String path, String client, String here, List<Link> all) {

    public FavouriteList {
        all = List.copyOf(all);
    }
}
