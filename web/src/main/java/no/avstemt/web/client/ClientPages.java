package no.avstemt.web.client;

import java.util.List;
import no.avstemt.application.client.ClientPicture;
import no.avstemt.application.client.ShowClient;
import no.avstemt.application.favourite.KeepFavourites;
import no.avstemt.web.favourite.FavouritePages;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;

/** One client account at a glance. */
public final class ClientPages {

    private final ShowClient showClient;
    private final KeepFavourites favourites;
    private final ClientFrames frames;

    public ClientPages(ShowClient showClient, KeepFavourites favourites, ClientFrames frames) {
        this.showClient = showClient;
        this.favourites = favourites;
        this.frames = frames;
    }

    public List<Route> routes() {
        return List.of(Route.get("/client")
                .toReaders()
                .ofClient()
                .answers(RouteDraft.HTML)
                .says("One client account at a glance: its difference, balance, sales, payouts, checks and findings.")
                .by(this::show));
    }

    private Reply show(Request request) {
        ClientPicture picture = showClient.run(request.client());
        return Reply.page(new View(
                "client/client.jte",
                new ClientSheet(picture, request)
                        .page(
                                frames.frame(request, RailPage.OVERVIEW),
                                request.caller().mayWrite(),
                                FavouritePages.list(favourites, request).all())));
    }
}
