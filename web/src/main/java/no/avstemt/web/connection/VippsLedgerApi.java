package no.avstemt.web.connection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.access.Role;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.client.ListClients;
import no.avstemt.application.client.NewClient;
import no.avstemt.application.client.TakeLedgerIntoUse;
import no.avstemt.application.client.TakeLedgerIntoUse.Terms;
import no.avstemt.application.connection.KnownLedger;
import no.avstemt.application.connection.ListConnections;
import no.avstemt.application.settlement.LedgerTaken;
import no.avstemt.application.sync.FetchNow;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.client.SalesUnit.BookedFrom;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.time.Oslo;
import no.avstemt.web.api.Body;
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
                        .body(VippsLedgerShapes.ONBOARDING)
                        .gives(201, VippsLedgerShapes.ONBOARDED)
                        .conflicts("the ledger is in use already")
                        .says("Takes a ledger into use, for a client account or a new one, and starts its first round.")
                        .by(this::onboard));
    }

    private Reply list(Request request) {
        ConnectionApi.ofWholeOffice(request);
        return Reply.json(Paged.of(request)
                .envelope(
                        connections.known(),
                        known -> VippsLedgerShapes.LEDGER.json(new VippsLedgerShapes.Shown(known, request.texts()))));
    }

    private Reply onboard(Request request) {
        ConnectionApi.ofWholeOffice(request);
        KnownLedger known = connections.known().stream()
                .filter(each -> each.listed().ledger().id().value().equals(request.get(LEDGER)))
                .findFirst()
                .orElseThrow(Problem::notFound);
        Body body = request.body();
        List<Fault> faults = faults(body);
        if (!faults.isEmpty()) {
            throw Problem.faulty(faults);
        }
        Terms terms = terms(body, known.listed().ledger());
        try {
            ClientAccountId client = take(request, terms);
            fetchNow.of(request.caller(), client);
            return Reply.created(VippsLedgerShapes.ONBOARDED.json(new VippsLedgerShapes.Onboarded(client, terms)));
        } catch (LedgerTaken e) {
            throw Problem.conflict("onboarding.taken", terms.ledger().value());
        }
    }

    private ClientAccountId take(Request request, Terms terms) {
        Actor actor = Actor.of(request.caller());
        Optional<Long> existing = request.body().get(VippsLedgerShapes.CLIENT_ID);
        if (existing.isEmpty()) {
            return takeLedgerIntoUse.forNewClient(actor, newClient(request.body()), terms);
        }
        ClientAccountId client = new ClientAccountId(existing.get());
        if (clients.names(request.caller()).stream().noneMatch(row -> row.id().equals(client))) {
            throw Problem.noSuchClientForYou();
        }
        return takeLedgerIntoUse.forClient(actor, client, terms);
    }

    private List<Fault> faults(Body body) {
        List<Fault> faults = new ArrayList<>();
        Optional<Body> newClient = body.get(VippsLedgerShapes.NEW_CLIENT);
        if (newClient.isPresent() == body.get(VippsLedgerShapes.CLIENT_ID).isPresent()) {
            faults.add(Fault.of(VippsLedgerShapes.CLIENT_ID.name(), "onboarding.oneClient.fault"));
        }
        if (newClient.isEmpty() && body.get(VippsLedgerShapes.START_DATE).isPresent()) {
            faults.add(Fault.of(VippsLedgerShapes.START_DATE.name(), "onboarding.existing.fault"));
        }
        newClient
                .filter(client -> OrgNumber.parse(client.get(VippsLedgerShapes.ORGANISATION_NUMBER))
                        .isEmpty())
                .ifPresent(client -> faults.add(Fault.of(
                        VippsLedgerShapes.NEW_CLIENT.name() + "." + VippsLedgerShapes.ORGANISATION_NUMBER.name(),
                        "onboarding.number.fault")));
        boolean startFits = body.get(VippsLedgerShapes.START_DATE)
                .filter(day -> LedgerForm.isStart(day, Oslo.today(clock)))
                .isPresent();
        if (newClient.isPresent() && !startFits) {
            faults.add(Fault.of(VippsLedgerShapes.START_DATE.name(), "onboarding.startDate.fault"));
        }
        return faults;
    }

    private static NewClient newClient(Body body) {
        Body client = body.get(VippsLedgerShapes.NEW_CLIENT).orElseThrow();
        LocalDate start = body.get(VippsLedgerShapes.START_DATE).orElseThrow();
        return new NewClient(
                client.get(VippsLedgerShapes.NAME).strip(),
                OrgNumber.parse(client.get(VippsLedgerShapes.ORGANISATION_NUMBER))
                        .orElseThrow(),
                client.get(VippsLedgerShapes.LANGUAGE).tag(),
                start,
                body.get(VippsLedgerShapes.VAT_REGISTERED) ? VatRegistration.ALWAYS : VatRegistration.NONE);
    }

    private static Terms terms(Body body, Ledger ledger) {
        BookedFrom bookedFrom = body.get(VippsLedgerShapes.BOOKED_FROM);
        TaxCode code = body.get(VippsLedgerShapes.DEFAULT_CODE);
        List<SalesUnit> units = ledger.units().stream()
                .map(unit -> new SalesUnit(unit.handle(), unit.name(), bookedFrom, code, TaxCode.ZERO_RATED))
                .toList();
        return new Terms(ledger.id(), units, LocalTime.MIDNIGHT);
    }
}
