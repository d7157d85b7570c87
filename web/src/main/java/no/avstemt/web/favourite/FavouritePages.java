package no.avstemt.web.favourite;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.application.access.UserId;
import no.avstemt.application.favourite.Favourite;
import no.avstemt.application.favourite.KeepFavourites;
import no.avstemt.application.report.Reports;
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

    private static final String PATH = "/favourites";
    private static final Param<String> NAME =
            Param.required("name", ParamType.text(Favourite.LONGEST_NAME)).inForm();
    private static final Param<String> ADDRESS =
            Param.required("address", ParamType.text(2_000)).inForm();
    private static final Param<String> RETURN_TO = ReturnPath.PARAM.inForm();
    private static final Set<String> PAGES =
            Reports.ALL.stream().map(report -> "/" + report.id()).collect(Collectors.toSet());

    private final KeepFavourites favourites;

    public FavouritePages(KeepFavourites favourites) {
        this.favourites = favourites;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(PATH)
                        .toReaders()
                        .ofClient()
                        .takes(NAME, ADDRESS)
                        .answers(RouteDraft.HTML)
                        .says("Keeps a report with its filters under a name, for the reader alone.")
                        .by(this::keep),
                Route.post(PATH + "/remove")
                        .toReaders()
                        .ofClient()
                        .takes(NAME, RETURN_TO)
                        .answers(RouteDraft.HTML)
                        .says("Forgets a favourite of the reader's.")
                        .by(this::remove));
    }

    /** What the reader has of the client account that the request is about. */
    public static FavouriteList list(KeepFavourites favourites, Request request) {
        return new FavouriteList(
                request.client().toString(),
                request.here(),
                favourites.of(request.client(), user(request)).stream()
                        .map(one -> new Link(
                                one.name(), one.address(), one.address().equals(request.here())))
                        .toList());
    }

    private Reply keep(Request request) {
        String address = request.get(ADDRESS);
        if (!isReportOf(request.client().toString(), address)) {
            throw Problem.badRequest("favourite.address");
        }
        String name = request.get(NAME).strip();
        if (name.isEmpty()) {
            throw Problem.badRequest("favourite.name");
        }
        if (!favourites.keep(request.client(), user(request), new Favourite(name, address))) {
            throw Problem.conflict("favourite.tooMany", Integer.toString(KeepFavourites.MOST));
        }
        return Reply.seeOther(address);
    }

    private Reply remove(Request request) {
        favourites.remove(request.client(), user(request), request.get(NAME));
        return Reply.seeOther(ReturnPath.safe(request.get(RETURN_TO)));
    }

    private static boolean isReportOf(String client, String address) {
        String[] parts = address.split("\\?", 2);
        return ReturnPath.safe(address).equals(address)
                && PAGES.contains(parts[0])
                && parts.length == 2
                && List.of(parts[1].split("&")).contains(Addresses.CLIENT + "=" + client);
    }

    private static UserId user(Request request) {
        return request.caller().user();
    }
}
