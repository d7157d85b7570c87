package no.avstemt.web.favourite;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.application.favourite.Favourite;
import no.avstemt.application.favourite.KeepFavourites;
import no.avstemt.application.favourite.Shelf;
import no.avstemt.application.report.Reports;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.ReturnPath;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Link;

/** Makes a report with its filters a favourite, and removes one. Neither has a page of its own: both lead back. */
public final class FavouritePages {

    private static final String OF_CLIENT = "/favourites";
    private static final String COMBINED = Addresses.COMBINED_REPORTS + "/favourites";
    private static final String REMOVE = "/remove";
    private static final Param<String> NAME =
            Param.required("name", ParamType.text(Favourite.LONGEST_NAME)).inForm();
    private static final Param<String> ADDRESS =
            Param.required("address", ParamType.text(Favourite.LONGEST_ADDRESS)).inForm();
    private static final Param<String> RETURN_TO =
            ReturnPath.param(Favourite.LONGEST_ADDRESS).inForm();
    private static final Set<String> PAGES =
            Reports.ALL.stream().map(report -> "/" + report.id()).collect(Collectors.toSet());

    private final KeepFavourites favourites;

    public FavouritePages(KeepFavourites favourites) {
        this.favourites = favourites;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(OF_CLIENT)
                        .toReaders()
                        .ofClient()
                        .takes(NAME, ADDRESS)
                        .answers(RouteDraft.HTML)
                        .says("Keeps a report with its filters under a name, for the reader alone.")
                        .by(request -> keep(request, shelf(request))),
                Route.post(OF_CLIENT + REMOVE)
                        .toReaders()
                        .ofClient()
                        .takes(NAME, RETURN_TO)
                        .answers(RouteDraft.HTML)
                        .says("Forgets a favourite of the reader's.")
                        .by(request -> remove(request, shelf(request))),
                Route.post(COMBINED)
                        .toReaders()
                        .takes(NAME, ADDRESS)
                        .answers(RouteDraft.HTML)
                        .says("Keeps a report of several client accounts under a name, for the reader alone.")
                        .by(request -> keep(request, combinedShelf(request))),
                Route.post(COMBINED + REMOVE)
                        .toReaders()
                        .takes(NAME, RETURN_TO)
                        .answers(RouteDraft.HTML)
                        .says("Forgets a favourite of the reader's.")
                        .by(request -> remove(request, combinedShelf(request))));
    }

    /** What the reader has of the client account that the request is about. */
    public static FavouriteList list(KeepFavourites favourites, Request request) {
        return new FavouriteList(
                OF_CLIENT, request.client().toString(), request.here(), links(favourites, shelf(request), request));
    }

    /** What the reader has of several client accounts. */
    public static FavouriteList combined(KeepFavourites favourites, Request request) {
        return new FavouriteList(COMBINED, "", request.here(), links(favourites, combinedShelf(request), request));
    }

    private static List<Link> links(KeepFavourites favourites, Shelf shelf, Request request) {
        return favourites.of(shelf).stream()
                .map(one -> new Link(one.name(), one.address(), one.address().equals(request.here())))
                .toList();
    }

    private static Shelf shelf(Request request) {
        return new Shelf(request.caller().user(), Optional.of(request.client()));
    }

    private static Shelf combinedShelf(Request request) {
        return new Shelf(request.caller().user(), Optional.empty());
    }

    private Reply keep(Request request, Shelf shelf) {
        String address = request.get(ADDRESS);
        if (!ReturnPath.safe(address).equals(address) || !isOn(shelf, address.split("\\?", 2))) {
            throw Problem.badRequest(shelf.client().isPresent() ? "favourite.address" : "favourite.combined.address");
        }
        String name = request.get(NAME).strip();
        if (name.isEmpty()) {
            throw Problem.badRequest("favourite.name");
        }
        if (!favourites.keep(shelf, new Favourite(name, address))) {
            throw Problem.conflict("favourite.tooMany", Integer.toString(KeepFavourites.MOST));
        }
        return Reply.seeOther(address);
    }

    private Reply remove(Request request, Shelf shelf) {
        favourites.remove(shelf, request.get(NAME));
        return Reply.seeOther(ReturnPath.safe(request.get(RETURN_TO)));
    }

    /** @param address path and query, where it has one */
    private static boolean isOn(Shelf shelf, String[] address) {
        Optional<ClientAccountId> client = shelf.client();
        if (client.isEmpty()) {
            return address[0].equals(Addresses.COMBINED_REPORTS);
        }
        return PAGES.contains(address[0])
                && address.length == 2
                && List.of(address[1].split("&")).contains(Addresses.CLIENT + "=" + client.get());
    }
}
