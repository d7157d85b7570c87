package no.avstemt.web.client;

import java.util.List;
import no.avstemt.application.client.ClientStore.ClientOverview;
import no.avstemt.application.client.ClientStore.LedgerView;
import no.avstemt.application.client.ListClients;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Route;

/** {@code GET /api/v2/client-accounts}. */
public final class ClientApi {

    private static final Resource<SalesUnit> UNIT = Resource.<SalesUnit>named("LedgerUnit")
            .with("handle", Kind.text(100), SalesUnit::handle)
            .with("name", Kind.text(200), SalesUnit::name);

    private static final Resource<LedgerView> LEDGER = Resource.<LedgerView>named("Ledger")
            .with("ledger_id", Kind.text(100), LedgerView::ledgerId)
            .with("currency", Kind.text(3), LedgerView::currency)
            .each("units", UNIT, LedgerView::units);

    private static final Resource<ClientOverview> CLIENT = Resource.<ClientOverview>named("ClientAccount")
            .with("id", Kind.id(), row -> row.client().id().value())
            .with("name", Kind.text(200), row -> row.client().name())
            .with(
                    "organisation_number",
                    Kind.text(9),
                    row -> row.client().organisationNumber().digits())
            .each("ledgers", LEDGER, ClientOverview::ledgers)
            .with("status", Kind.text(20), ClientApi::status)
            .described("The worst that can be said of it: failed, differs, importing, findings or reconciled.");

    private final ListClients listClients;

    public ClientApi(ListClients listClients) {
        this.listClients = listClients;
    }

    public List<Route> routes() {
        return List.of(Route.get("/api/v2/client-accounts")
                .toReaders()
                .lists(CLIENT)
                .says("The client accounts that the caller may see, by name, with their ledgers and how each stands.")
                .by(request ->
                        Reply.json(Paged.of(request).envelope(listClients.run(request.caller()), CLIENT::json))));
    }

    /** The worst thing that can be said of it, in one word. */
    private static String status(ClientOverview row) {
        if (row.failure().isPresent()) {
            return "failed";
        }
        if (row.differs()) {
            return "differs";
        }
        if (row.bookedTo().isEmpty()) {
            return "importing";
        }
        return row.openFindings() > 0 ? "findings" : "reconciled";
    }
}
