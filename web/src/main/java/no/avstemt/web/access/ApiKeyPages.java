package no.avstemt.web.access;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.access.ApiKeyId;
import no.avstemt.application.access.KeepApiKeys;
import no.avstemt.application.access.Role;
import no.avstemt.application.access.Token;
import no.avstemt.application.audit.OfficeEvent;
import no.avstemt.application.audit.ReadOfficeHistory;
import no.avstemt.application.client.ClientStore.ClientName;
import no.avstemt.application.client.ListClients;
import no.avstemt.web.frame.OfficeFrames;
import no.avstemt.web.history.EventRow;
import no.avstemt.web.history.OfficeEventRows;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Faults;

/**
 * The API keys of whoever is signed in, and for administrators those of everybody. Keys are made here and not over the API:
 * a key that leaked cannot make itself another, and no stored answer holds one.
 */
public final class ApiKeyPages {

    private static final Param<Long> KEY = Param.required("api_key_id", ParamType.number(1, 999_999_999_999_999_999L))
            .inPath();

    private final KeepApiKeys keys;
    private final ListClients clients;
    private final OfficeEventRows history;
    private final OfficeFrames frames;

    public ApiKeyPages(KeepApiKeys keys, ListClients clients, ReadOfficeHistory history, OfficeFrames frames) {
        this.keys = keys;
        this.clients = clients;
        this.history = new OfficeEventRows(history);
        this.frames = frames;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(Addresses.API_KEYS)
                        .toReaders()
                        .answers(RouteDraft.HTML)
                        .says("One's API keys, and a form for another.")
                        .by(request -> page(request, 200, ApiKeyForm.empty(), Faults.none(), Optional.empty())),
                Route.post(Addresses.API_KEYS)
                        .toReaders()
                        .takes(ApiKeyForm.NAME, ApiKeyForm.RIGHT, ApiKeyForm.SCOPE, ApiKeyForm.CLIENTS)
                        .answers(RouteDraft.HTML)
                        .says("Makes an API key, and shows it this once.")
                        .by(this::make),
                Route.post(Addresses.API_KEYS + "/{api_key_id}/withdraw")
                        .toReaders()
                        .takes(KEY)
                        .answers(RouteDraft.HTML)
                        .says("Withdraws an API key.")
                        .by(this::withdraw));
    }

    private Reply make(Request request) {
        ApiKeyForm form = ApiKeyForm.of(request);
        Faults faults = form.faults(request.texts(), clients.names(request.caller()), request.caller());
        if (faults.any()) {
            return page(request, 422, form, faults, Optional.empty());
        }
        Token key = keys.make(request.caller(), form.name(), form.scope(), form.right());
        return page(request, 201, ApiKeyForm.empty(), Faults.none(), Optional.of(key));
    }

    private Reply withdraw(Request request) {
        if (!keys.withdraw(request.caller(), new ApiKeyId(request.get(KEY)))) {
            throw Problem.notFound();
        }
        return Reply.seeOther(Addresses.API_KEYS);
    }

    private Reply page(Request request, int status, ApiKeyForm form, Faults faults, Optional<Token> made) {
        List<ClientName> names = clients.names(request.caller());
        ApiKeyRows rows = new ApiKeyRows(request, names);
        boolean ofEverybody = request.caller().role() == Role.ADMINISTRATOR;
        List<EventRow> events = ofEverybody ? history.latest(OfficeEvent.Action.OF_KEYS, request) : List.of();
        return Reply.page(
                status,
                new View(
                        "access/api-keys.jte",
                        new ApiKeysPage(
                                frames.frame(request, request.texts().get("apiKeys.title"), List.of(), ""),
                                made.map(Token::text).orElse(""),
                                ofEverybody,
                                keys.of(request.caller()).stream()
                                        .map(rows::row)
                                        .toList(),
                                faults,
                                form.nameField(request.texts(), faults),
                                form.rights(request.texts(), request.caller()),
                                form.scopes(request.texts()),
                                form.clients(names),
                                events)));
    }
}
