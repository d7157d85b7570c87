package no.avstemt.web.connection;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.application.access.Role;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.chart.ChartTemplate;
import no.avstemt.application.client.ListClients;
import no.avstemt.application.client.TakeLedgerIntoUse;
import no.avstemt.application.client.TakeLedgerIntoUse.Terms;
import no.avstemt.application.connection.KnownLedger;
import no.avstemt.application.connection.ListConnections;
import no.avstemt.application.settlement.LedgerTaken;
import no.avstemt.application.sync.FetchNow;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.time.Oslo;
import no.avstemt.web.api.Fault;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;

/** {@code /api/v2/vipps/ledgers}: what the connections see, how far it is read, and taking one into use. */
public final class VippsLedgerApi {

    private static final String PATH = "/api/v2/vipps/ledgers";
    private static final Param<String> LEDGER =
            Param.required("ledger_id", ParamType.text(100)).inPath();

    private final ListConnections connections;
    private final ListClients clients;
    private final TakeLedgerIntoUse takeLedgerIntoUse;
    private final FetchNow fetchNow;
    private final Clock clock;

    public VippsLedgerApi(
            ListConnections connections,
            ListClients clients,
            TakeLedgerIntoUse takeLedgerIntoUse,
            FetchNow fetchNow,
            Clock clock) {
        this.connections = connections;
        this.clients = clients;
        this.takeLedgerIntoUse = takeLedgerIntoUse;
        this.fetchNow = fetchNow;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH)
                        .to(Role.ADMINISTRATOR)
                        .lists(VippsLedgerShapes.LEDGER)
                        .says("Every ledger that the connections see, those that wait to be taken into use first, with"
                                + " how far each is read, booked and proven.")
                        .by(this::list),
                Route.post(PATH + "/{ledger_id}/onboard")
                        .to(Role.ADMINISTRATOR)
                        .takes(LEDGER)
                        .body(OnboardingBody.SHAPE)
                        .gives(201, VippsLedgerShapes.ONBOARDED)
                        .conflicts("the ledger is in use already")
                        .says("Takes a ledger into use, for a client account or a new one, and starts its first round.")
                        .by(this::onboard));
    }

    private Reply list(Request request) {
        request.mustSeeWholeOffice();
        return Reply.json(Paged.of(request)
                .envelope(
                        connections.known(),
                        known -> VippsLedgerShapes.LEDGER.json(new VippsLedgerShapes.Shown(known, request.texts()))));
    }

    private Reply onboard(Request request) {
        request.mustSeeWholeOffice();
        KnownLedger known = connections.known().stream()
                .filter(each -> each.listed().ledger().id().value().equals(request.get(LEDGER)))
                .findFirst()
                .orElseThrow(Problem::notFound);
        OnboardingBody body = new OnboardingBody(request.body());
        Ledger ledger = known.listed().ledger();
        Set<Long> templates = takeLedgerIntoUse.templates().stream()
                .map(ChartTemplate.Listed::id)
                .collect(Collectors.toSet());
        List<Fault> faults = body.faults(ledger, Oslo.today(clock), templates);
        if (!faults.isEmpty()) {
            throw Problem.faulty(faults);
        }
        Terms terms = body.terms(ledger);
        try {
            ClientAccountId client = take(request, body, terms);
            fetchNow.of(request.caller(), client);
            return Reply.created(VippsLedgerShapes.ONBOARDED.json(new VippsLedgerShapes.Onboarded(client, terms)));
        } catch (LedgerTaken e) {
            throw Problem.conflict("onboarding.taken", terms.ledger().value());
        }
    }

    private ClientAccountId take(Request request, OnboardingBody body, Terms terms) {
        Actor actor = Actor.of(request.caller());
        Optional<Long> existing = request.body().get(OnboardingBody.CLIENT_ID);
        if (existing.isEmpty()) {
            return takeLedgerIntoUse.forNewClient(actor, body.newClient(), terms);
        }
        ClientAccountId client = new ClientAccountId(existing.get());
        if (clients.names(request.caller()).stream().noneMatch(row -> row.id().equals(client))) {
            throw Problem.noSuchClientForYou();
        }
        return takeLedgerIntoUse.forClient(actor, client, terms);
    }
}
