package no.avstemt.web.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.avstemt.application.client.ClientStore.ClientOverview;
import no.avstemt.application.client.ClientStore.LedgerView;
import no.avstemt.application.client.ListClients;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;

/** {@code GET /api/v2/client-accounts}. */
public final class ClientApi {

    private final ListClients listClients;

    public ClientApi(ListClients listClients) {
        this.listClients = listClients;
    }

    public List<Route> routes() {
        return List.of(Route.get("/api/v2/client-accounts")
                .toReaders()
                .takes(Paged.PAGE, Paged.PER_PAGE)
                .answers(RouteDraft.JSON)
                .says("The client accounts that the caller may see, by name, with their ledgers and how each stands.")
                .by(request ->
                        Reply.json(Paged.of(request).envelope(listClients.run(request.caller()), ClientApi::client))));
    }

    private static Map<String, Object> client(ClientOverview row) {
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("id", row.client().id().value());
        client.put("name", row.client().name());
        client.put("organisation_number", row.client().organisationNumber().digits());
        client.put("ledgers", row.ledgers().stream().map(ClientApi::ledger).toList());
        client.put("status", status(row));
        return client;
    }

    private static Map<String, Object> ledger(LedgerView ledger) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("ledger_id", ledger.ledgerId());
        shown.put("currency", ledger.currency());
        shown.put("units", ledger.units().stream().map(ClientApi::unit).toList());
        return shown;
    }

    private static Map<String, Object> unit(SalesUnit unit) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("handle", unit.handle());
        shown.put("name", unit.name());
        return shown;
    }

    /** The worst thing that can be said of it, in one word. */
    private static String status(ClientOverview row) {
        if (row.failure().isPresent()) {
            return "failed";
        }
        if (row.difference() != 0 || !row.proven()) {
            return "differs";
        }
        if (row.bookedTo().isEmpty()) {
            return "importing";
        }
        return row.openFindings() > 0 ? "findings" : "reconciled";
    }
}
