package no.avstemt.web.connection;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.avstemt.application.access.Role;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.OfficeEvent;
import no.avstemt.application.audit.ReadOfficeHistory;
import no.avstemt.application.connection.Connect;
import no.avstemt.application.connection.Connection;
import no.avstemt.application.connection.ConnectionId;
import no.avstemt.application.connection.ConnectionStore.ListedLedger;
import no.avstemt.application.connection.ConnectionStore.Overview;
import no.avstemt.application.connection.ListConnections;
import no.avstemt.application.secret.UnreadableSecret;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.web.frame.OfficeFrames;
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
import no.avstemt.web.page.Link;
import no.avstemt.web.text.Texts;

/** The connections of the office, and the ledgers of one. */
public final class ConnectionPages {

    static final Param<Long> CONNECTION = Param.required("connection_id", ParamType.number(1, 999_999_999_999_999_999L))
            .inPath();

    private static final String ONE = Addresses.CONNECTIONS + "/{connection_id}";

    private final ListConnections connections;
    private final Connect connect;
    private final OfficeEventRows history;
    private final OfficeFrames frames;

    public ConnectionPages(
            ListConnections connections, Connect connect, ReadOfficeHistory history, OfficeFrames frames) {
        this.history = new OfficeEventRows(history);
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
            ConnectionId id = connect.enter(Actor.of(request.caller()), form.name(), form.keys());
            return Reply.seeOther(Addresses.connection(id.value()).toString());
        } catch (SourceUnavailable e) {
            faults.add("", VippsRefusal.failed(request.texts(), e));
            return list(request, 502, form, faults, VippsRefusal.said(request.texts(), e));
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
                connect.rename(Actor.of(request.caller()), stored, form.name());
            } else {
                connect.replace(Actor.of(request.caller()), stored, form.name(), form.keys());
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
            faults.add("", VippsRefusal.failed(request.texts(), e));
            return page(request, 502, stored, form, faults, VippsRefusal.said(request.texts(), e));
        } catch (UnreadableSecret e) {
            faults.add("", request.texts().get("connection.unreadable", e.keyOrigin()));
            return page(request, 409, stored, form, faults, "");
        }
    }

    private Connection stored(Request request) {
        return connections.find(new ConnectionId(request.get(CONNECTION))).orElseThrow(Problem::notFound);
    }

    private Reply list(Request request, int status, ConnectionForm form, Faults faults, String detail) {
        Texts texts = request.texts();
        ConnectionRows rows = new ConnectionRows(request.texts(), request.formats());
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
                                all.stream().map(rows::connection).toList(),
                                connections.waiting().stream()
                                        .map(rows::waiting)
                                        .toList(),
                                faults,
                                detail,
                                form.fields(texts, faults, Optional.empty()),
                                history.latest(OfficeEvent.Action.OF_CONNECTIONS, request))));
    }

    private Reply page(
            Request request, int status, Connection stored, ConnectionForm form, Faults faults, String detail) {
        Texts texts = request.texts();
        String self = Addresses.connection(stored.id().value()).toString();
        ConnectionRows rows = new ConnectionRows(texts, request.formats());
        List<ListedLedger> ledgers = connections.ledgers(stored.id());
        Map<LedgerId, List<String>> standings = connections.known().stream()
                .collect(Collectors.toMap(
                        known -> known.listed().ledger().id(), known -> LedgerStanding.of(known, request)));
        long waiting = ledgers.stream()
                .filter(each -> each.owner().isEmpty() && each.missingSince().isEmpty())
                .count();
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
                                rows.trouble(connections.failed(stored.id())),
                                ledgers.stream()
                                        .map(each -> rows.ledger(
                                                stored,
                                                each,
                                                standings.getOrDefault(
                                                        each.ledger().id(), List.of())))
                                        .toList(),
                                self,
                                self + "/ledgers",
                                faults,
                                detail,
                                form.fields(texts, faults, Optional.of(stored)))));
    }
}
