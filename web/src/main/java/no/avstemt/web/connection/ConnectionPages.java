package no.avstemt.web.connection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.access.Role;
import no.avstemt.application.connection.Connect;
import no.avstemt.application.connection.Connection;
import no.avstemt.application.connection.ConnectionId;
import no.avstemt.application.connection.ConnectionStore.ListedLedger;
import no.avstemt.application.connection.ConnectionStore.Overview;
import no.avstemt.application.connection.ListConnections;
import no.avstemt.application.secret.UnreadableSecret;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.web.connection.ConnectionPage.LedgerRow;
import no.avstemt.web.connection.ConnectionsPage.ConnectionRow;
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
import no.avstemt.web.text.Texts;

/** The connections of the office, and the ledgers of one. */
public final class ConnectionPages {

    static final Param<Long> CONNECTION = Param.required("connection_id", ParamType.number(1, 999_999_999_999_999_999L))
            .inPath();

    private static final String ONE = Addresses.CONNECTIONS + "/{connection_id}";

    private final ListConnections connections;
    private final Connect connect;
    private final OfficeFrames frames;

    public ConnectionPages(ListConnections connections, Connect connect, OfficeFrames frames) {
        this.connections = connections;
        this.connect = connect;
        this.frames = frames;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(Addresses.CONNECTIONS)
                        .to(Role.ADMINISTRATOR)
                        .answers(RouteDraft.HTML)
                        .says("The Vipps connections of the office, and a form for another.")
                        .by(request -> list(request, 200, ConnectionForm.empty(), Faults.none(), "")),
                Route.post(Addresses.CONNECTIONS)
                        .to(Role.ADMINISTRATOR)
                        .takes(
                                ConnectionForm.NAME,
                                ConnectionForm.ADDRESS,
                                ConnectionForm.CLIENT_ID,
                                ConnectionForm.CLIENT_SECRET,
                                ConnectionForm.SUBSCRIPTION_KEY,
                                ConnectionForm.SERIAL_NUMBER)
                        .answers(RouteDraft.HTML)
                        .says("Enters a Vipps connection, if Vipps answers it.")
                        .by(this::enter),
                Route.get(ONE)
                        .to(Role.ADMINISTRATOR)
                        .takes(CONNECTION)
                        .answers(RouteDraft.HTML)
                        .says("A Vipps connection and its ledgers.")
                        .by(this::show),
                Route.post(ONE)
                        .to(Role.ADMINISTRATOR)
                        .takes(
                                CONNECTION,
                                ConnectionForm.NAME,
                                ConnectionForm.ADDRESS,
                                ConnectionForm.CLIENT_ID,
                                ConnectionForm.CLIENT_SECRET,
                                ConnectionForm.SUBSCRIPTION_KEY,
                                ConnectionForm.SERIAL_NUMBER)
                        .answers(RouteDraft.HTML)
                        .says("Replaces name or keys of a Vipps connection, if Vipps answers them.")
                        .by(this::replace),
                Route.post(ONE + "/ledgers")
                        .to(Role.ADMINISTRATOR)
                        .takes(CONNECTION)
                        .answers(RouteDraft.HTML)
                        .says("Asks Vipps again which ledgers a connection sees.")
                        .by(this::listAgain));
    }

    private Reply enter(Request request) {
        ConnectionForm form = ConnectionForm.of(request);
        Faults faults = form.faults(request.texts(), Optional.empty());
        if (faults.any()) {
            return list(request, 422, form, faults, "");
        }
        try {
            ConnectionId id = connect.enter(form.name(), form.keys());
            return Reply.seeOther(Addresses.connection(id.value()).toString());
        } catch (SourceUnavailable e) {
            faults.add("", failed(request.texts(), e));
            return list(request, 502, form, faults, said(request.texts(), e));
        }
    }

    private Reply show(Request request) {
        Connection stored = stored(request);
        return page(request, 200, stored, ConnectionForm.of(stored), Faults.none(), "");
    }

    private Reply replace(Request request) {
        Connection stored = stored(request);
        ConnectionForm form = ConnectionForm.of(request);
        Faults faults = form.faults(request.texts(), Optional.of(stored));
        if (faults.any()) {
            return page(request, 422, stored, form, faults, "");
        }
        return tried(request, stored, form, () -> {
            if (form.keepsSecretOf(stored)) {
                connect.rename(stored, form.name());
            } else {
                connect.replace(stored, form.name(), form.keys());
            }
        });
    }

    private Reply listAgain(Request request) {
        Connection stored = stored(request);
        return tried(request, stored, ConnectionForm.of(stored), () -> connect.listAgain(stored));
    }

    private Reply tried(Request request, Connection stored, ConnectionForm form, Runnable asking) {
        Faults faults = Faults.none();
        try {
            asking.run();
            return Reply.seeOther(Addresses.connection(stored.id().value()).toString());
        } catch (SourceUnavailable e) {
            faults.add("", failed(request.texts(), e));
            return page(request, 502, stored, form, faults, said(request.texts(), e));
        } catch (UnreadableSecret e) {
            faults.add("", request.texts().get("connection.unreadable", e.keyOrigin()));
            return page(request, 409, stored, form, faults, "");
        }
    }

    static String failed(Texts texts, SourceUnavailable e) {
        return isForbidden(e)
                ? texts.get(e.trouble())
                : texts.get("connection.failed." + e.reason().name());
    }

    /** Not Vipps but the settings of the program stand in the way. */
    static boolean isForbidden(SourceUnavailable e) {
        return e.trouble().code() == Trouble.Code.FORBIDDEN_ADDRESS;
    }

    /** What came back, in the words of whoever sent it; empty where nothing did. */
    static String said(Texts texts, SourceUnavailable e) {
        List<String> facts = e.trouble().facts();
        boolean answered = facts.size() == 3 && !facts.get(1).isEmpty();
        return answered ? texts.get("connection.said", facts.get(0), facts.get(1)) : "";
    }

    private Connection stored(Request request) {
        return connections.find(new ConnectionId(request.get(CONNECTION))).orElseThrow(Problem::notFound);
    }

    private Reply list(Request request, int status, ConnectionForm form, Faults faults, String detail) {
        Texts texts = request.texts();
        List<Overview> all = connections.all();
        String freshness = all.stream()
                .map(each -> each.connection().listedAt())
                .min(Comparator.naturalOrder())
                .map(at -> texts.get("connection.listedAt", request.formats().dateAndTime(at)))
                .orElse(texts.get("connections.neverListed"));
        return Reply.page(
                status,
                new View(
                        "connection/connections.jte",
                        new ConnectionsPage(
                                frames.frame(request, texts.get("connections.title"), List.of(), freshness),
                                all.stream().map(each -> row(each, request)).toList(),
                                faults,
                                detail,
                                form.fields(texts, faults, Optional.empty()))));
    }

    private static ConnectionRow row(Overview each, Request request) {
        return new ConnectionRow(
                each.connection().name(),
                Addresses.connection(each.connection().id().value()).toString(),
                each.connection().address().text(),
                each.connection().clientId(),
                Integer.toString(each.ledgers()),
                Integer.toString(each.inUse()),
                request.formats().dateAndTime(each.connection().listedAt()));
    }

    private Reply page(
            Request request, int status, Connection stored, ConnectionForm form, Faults faults, String detail) {
        Texts texts = request.texts();
        String self = Addresses.connection(stored.id().value()).toString();
        List<ListedLedger> ledgers = connections.ledgers(stored.id());
        long waiting = ledgers.stream().filter(each -> each.owner().isEmpty()).count();
        return Reply.page(
                status,
                new View(
                        "connection/connection.jte",
                        new ConnectionPage(
                                frames.frame(
                                        request,
                                        stored.name(),
                                        List.of(Link.to(texts.get("connections.title"), Addresses.CONNECTIONS)),
                                        texts.get(
                                                "connection.listedAt",
                                                request.formats().dateAndTime(stored.listedAt()))),
                                stored.name(),
                                texts.get(
                                        "connection.summary", Integer.toString(ledgers.size()), Long.toString(waiting)),
                                ledgers.stream()
                                        .map(each -> row(stored, each, request))
                                        .toList(),
                                self,
                                self + "/ledgers",
                                faults,
                                detail,
                                form.fields(texts, faults, Optional.of(stored)))));
    }

    private static LedgerRow row(Connection connection, ListedLedger listed, Request request) {
        Ledger ledger = listed.ledger();
        return new LedgerRow(
                ledger.id().value(),
                ledger.ownerNumber().map(request.formats()::organisationNumber).orElse("–"),
                ledger.units().stream().map(ConnectionPages::named).toList(),
                ledger.payoutAccount().map(request.formats()::bankAccount).orElse("–"),
                ledger.currency(),
                listed.owner().map(owner -> owner.name()).orElse(""),
                listed.owner()
                        .map(owner -> Addresses.client(owner.client()))
                        .orElseGet(() -> Addresses.ledgerOf(
                                connection.id().value(), ledger.id().value()))
                        .toString());
    }

    static String named(Ledger.Unit unit) {
        return unit.name().equals(unit.handle()) ? unit.handle() : unit.name() + ", " + unit.handle();
    }
}
