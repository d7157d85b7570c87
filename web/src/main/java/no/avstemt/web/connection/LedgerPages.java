package no.avstemt.web.connection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.access.Role;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.chart.ChartTemplate;
import no.avstemt.application.client.ClientStore.ClientName;
import no.avstemt.application.client.ListClients;
import no.avstemt.application.client.TakeLedgerIntoUse;
import no.avstemt.application.connection.Connection;
import no.avstemt.application.connection.ConnectionId;
import no.avstemt.application.connection.ConnectionStore.ListedLedger;
import no.avstemt.application.connection.ListConnections;
import no.avstemt.application.settlement.LedgerTaken;
import no.avstemt.application.sync.FetchNow;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Oslo;
import no.avstemt.web.frame.OfficeFrames;
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
import no.avstemt.web.page.Link;

/** Taking a ledger into use. */
public final class LedgerPages {

    private static final Param<String> LEDGER =
            Param.required("ledger_id", ParamType.text(100)).inPath();
    private static final String PATH = Addresses.CONNECTIONS + "/{connection_id}/ledgers/{ledger_id}";

    private final ListConnections connections;
    private final ListClients clients;
    private final TakeLedgerIntoUse takeLedgerIntoUse;
    private final FetchNow fetchNow;
    private final OfficeFrames frames;
    private final Clock clock;

    public LedgerPages(
            ListConnections connections,
            ListClients clients,
            TakeLedgerIntoUse takeLedgerIntoUse,
            FetchNow fetchNow,
            OfficeFrames frames,
            Clock clock) {
        this.connections = connections;
        this.clients = clients;
        this.takeLedgerIntoUse = takeLedgerIntoUse;
        this.fetchNow = fetchNow;
        this.frames = frames;
        this.clock = clock;
    }

    public List<Route> routes() {
        List<Param<?>> asked = new ArrayList<>(List.of(ConnectionPages.CONNECTION, LEDGER));
        asked.addAll(List.of(LedgerForm.params()));
        return List.of(
                Route.get(PATH)
                        .to(Role.ADMINISTRATOR)
                        .takes(ConnectionPages.CONNECTION, LEDGER)
                        .answers(RouteDraft.HTML)
                        .says("A ledger that waits to be taken into use, and what onboarding asks.")
                        .by(this::show),
                Route.post(PATH)
                        .to(Role.ADMINISTRATOR)
                        .takes(asked.toArray(Param<?>[]::new))
                        .answers(RouteDraft.HTML)
                        .says("Takes a ledger into use and starts its first round.")
                        .by(this::take));
    }

    /** A ledger and the connection it was asked for under. */
    private record Asked(Connection connection, ListedLedger listed) {

        String address() {
            return Addresses.ledgerOf(
                            connection.id().value(), listed.ledger().id().value())
                    .toString();
        }
    }

    private Asked asked(Request request) {
        ConnectionId id = new ConnectionId(request.get(ConnectionPages.CONNECTION));
        Connection connection = connections.find(id).orElseThrow(Problem::notFound);
        if (request.get(LEDGER).isBlank()) {
            throw Problem.notFound();
        }
        ListedLedger listed =
                connections.ledger(id, new LedgerId(request.get(LEDGER))).orElseThrow(Problem::notFound);
        return new Asked(connection, listed);
    }

    private Reply show(Request request) {
        Asked asked = asked(request);
        return asked.listed()
                .owner()
                .map(owner -> toClient(owner.client()))
                .orElseGet(() -> page(
                        request,
                        200,
                        asked,
                        LedgerForm.usual(asked.listed().ledger(), request.language(), today()),
                        Faults.none()));
    }

    private Reply take(Request request) {
        Asked asked = asked(request);
        if (asked.listed().owner().isPresent()) {
            return Reply.seeOther(asked.address());
        }
        LedgerForm form = LedgerForm.of(request, asked.listed().ledger());
        Faults faults = form.faults(request.texts(), today());
        if (!LedgerForm.answersAll(request, asked.listed().ledger())) {
            faults.add(LedgerForm.BOOKED_FROM.name(), request.texts().get("onboarding.units.fault"));
        }
        Optional<ClientAccountId> existing = existing(form, request);
        if (!form.isForNewClient() && existing.isEmpty()) {
            faults.add(LedgerForm.CLIENT.name(), request.texts().get("onboarding.client.fault"));
        }
        if (form.isForNewClient() && !isChart(form.chartTemplate())) {
            faults.add(LedgerForm.CHART_TEMPLATE.name(), request.texts().get("onboarding.chart.fault"));
        }
        return faults.any() ? page(request, 422, asked, form, faults) : take(request, asked, form, existing);
    }

    private Reply take(Request request, Asked asked, LedgerForm form, Optional<ClientAccountId> existing) {
        TakeLedgerIntoUse.Terms terms = form.terms(asked.listed().ledger());
        try {
            ClientAccountId client = existing.isPresent()
                    ? takeLedgerIntoUse.forClient(Actor.of(request.caller()), existing.get(), terms)
                    : takeLedgerIntoUse.forNewClient(Actor.of(request.caller()), form.newClient(), terms);
            fetchNow.of(request.caller(), client);
            return Reply.seeOther(
                    Addresses.firstDay(client, asked.listed().ledger().id()).toString());
        } catch (LedgerTaken e) {
            return Reply.seeOther(asked.address());
        }
    }

    private boolean isChart(long template) {
        return template == ChartTemplate.BUILT_IN
                || takeLedgerIntoUse.templates().stream().anyMatch(listed -> listed.id() == template);
    }

    private Optional<ClientAccountId> existing(LedgerForm form, Request request) {
        return form.existingClient()
                .filter(id -> clients.names(request.caller()).stream()
                        .anyMatch(row -> row.id().equals(id)));
    }

    private static Reply toClient(ClientAccountId client) {
        return Reply.seeOther(Addresses.client(client).toString());
    }

    private LocalDate today() {
        return Oslo.today(clock);
    }

    private Reply page(Request request, int status, Asked asked, LedgerForm form, Faults faults) {
        String title = request.texts()
                .get("onboarding.title", asked.listed().ledger().id().value());
        Connection connection = asked.connection();
        List<Link> between = List.of(
                Link.to(request.texts().get("connections.title"), Addresses.CONNECTIONS),
                Link.to(
                        connection.name(),
                        Addresses.connection(connection.id().value()).toString()));
        String freshness =
                request.texts().get("connection.listedAt", request.formats().dateAndTime(connection.listedAt()));
        List<ClientName> names = clients.names(request.caller());
        LedgerPage page = new Onboarding(
                        request, asked.listed().ledger(), form, faults, names, takeLedgerIntoUse.templates())
                .page(frames.frame(request, title, between, freshness), asked.address());
        return Reply.page(status, new View("connection/ledger.jte", page));
    }
}
