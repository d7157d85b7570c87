package no.avstemt.web.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.access.Role;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.connection.Connect;
import no.avstemt.application.connection.Connection;
import no.avstemt.application.connection.ConnectionId;
import no.avstemt.application.connection.ConnectionStore.Overview;
import no.avstemt.application.connection.KeyKind;
import no.avstemt.application.connection.ListConnections;
import no.avstemt.application.connection.SalesUnitKeys;
import no.avstemt.application.connection.VippsAddress;
import no.avstemt.application.connection.VippsKeys;
import no.avstemt.application.secret.UnreadableSecret;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.Fault;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.text.Texts;

/** {@code /api/v2/vipps/connections}: the keys that the office reaches Vipps with. No answer holds a secret. */
public final class ConnectionApi {

    private static final String PATH = "/api/v2/vipps/connections";
    private static final String ONE = PATH + "/{connection_id}";
    private static final String ADDRESS_OF = "Where Vipps is: https, or http on this machine.";
    private static final String REFUSING = " Stores nothing when Vipps does not answer to the keys.";

    private static final Kind<KeyKind> KINDS =
            Kind.choice(ParamType.byName(List.of(KeyKind.values()), KeyKind::apiName));
    private static final Field<String> NAME = Field.required("name", Kind.text(100));
    private static final Field<KeyKind> KIND = Field.withDefault("kind", KINDS, KeyKind.ACCOUNTING)
            .describedAs("Accounting keys, or those of a merchant's own sales unit, which do not see sales.");
    private static final Field<String> BASE_URL = Field.withDefault(
                    "base_url", Kind.text(200), VippsAddress.PRODUCTION.text())
            .describedAs(ADDRESS_OF);
    private static final Field<String> CLIENT_ID = Field.required("client_id", Kind.text(200));
    private static final Field<String> CLIENT_SECRET = Field.required("client_secret", Kind.text(500));
    private static final Field<Optional<String>> SUBSCRIPTION_KEY = Field.optional("subscription_key", Kind.text(200))
            .describedAs("Of a sales unit's keys, which cannot be without; accounting keys have none.");
    private static final Field<Optional<String>> SERIAL_NUMBER =
            Field.optional("merchant_serial_number", Kind.text(10)).describedAs("Of a sales unit's keys.");
    private static final Shape BODY = Shape.of(
            "VippsConnectionFields", NAME, KIND, BASE_URL, CLIENT_ID, CLIENT_SECRET, SUBSCRIPTION_KEY, SERIAL_NUMBER);

    private static final Resource<Overview> CONNECTION = Resource.<Overview>named("VippsConnection")
            .with("id", Kind.id(), row -> row.connection().id().value())
            .with("name", Kind.text(100), row -> row.connection().name())
            .with("kind", KINDS, row -> row.connection().kind())
            .with("base_url", Kind.text(200), row -> row.connection().address().text())
            .described(ADDRESS_OF)
            .with("client_id", Kind.text(200), row -> row.connection().clientId())
            .maybe(
                    "merchant_serial_number",
                    Kind.text(10),
                    row -> row.connection().salesUnit().flatMap(Connection.SalesUnit::merchantSerialNumber))
            .with("ledgers", Kind.number(0, Integer.MAX_VALUE), row -> (long) row.ledgers())
            .described("How many ledgers Vipps listed to these keys.")
            .with("ledgers_in_use", Kind.number(0, Integer.MAX_VALUE), row -> (long) row.inUse())
            .with("created_at", Kind.moment(), row -> row.connection().createdAt())
            .with("listed_at", Kind.moment(), row -> row.connection().listedAt())
            .described("When Vipps last told which ledgers there are.");

    private static final Resource<Tried> TRIED = Resource.<Tried>named("VippsConnectionTest")
            .with("works", Kind.flag(), tried -> tried.fault().isEmpty())
            .maybe("fault", Kind.lines(2_000), Tried::fault)
            .described("What is wrong and what to do, in the language of the request; null when it works.")
            .maybe("ledgers", Kind.number(0, Integer.MAX_VALUE), Tried::ledgers)
            .described("How many ledgers the keys see now.");

    private final ListConnections connections;
    private final Connect connect;

    public ConnectionApi(ListConnections connections, Connect connect) {
        this.connections = connections;
        this.connect = connect;
    }

    /** @param ledgers that the keys see now; none where Vipps does not answer to them */
    private record Tried(Optional<Long> ledgers, Optional<String> fault) {}

    public List<Route> routes() {
        return List.of(
                Route.get(PATH)
                        .to(Role.ADMINISTRATOR)
                        .lists(CONNECTION)
                        .says("The Vipps connections of the office, by name; for administrators, as all that follows.")
                        .by(this::list),
                Route.post(PATH)
                        .to(Role.ADMINISTRATOR)
                        .body(BODY)
                        .gives(201, CONNECTION)
                        .asksVipps()
                        .says("Enters a connection, if Vipps answers to its keys." + REFUSING)
                        .by(this::enter),
                Route.get(ONE)
                        .to(Role.ADMINISTRATOR)
                        .takes(ConnectionPages.CONNECTION)
                        .gives(200, CONNECTION)
                        .says("One connection.")
                        .by(request -> Reply.json(CONNECTION.json(stored(request)))),
                Route.put(ONE)
                        .to(Role.ADMINISTRATOR)
                        .takes(ConnectionPages.CONNECTION)
                        .body(BODY)
                        .gives(200, CONNECTION)
                        .asksVipps()
                        .says("Puts other keys in the place of a connection's; its ledgers and how far they are read"
                                + " stay." + REFUSING)
                        .by(this::replace),
                Route.delete(ONE)
                        .to(Role.ADMINISTRATOR)
                        .takes(ConnectionPages.CONNECTION)
                        .givesNothing()
                        .conflicts("ledgers in use are read over it")
                        .says("Forgets a connection and its keys.")
                        .by(this::forget),
                Route.post(ONE + "/test")
                        .to(Role.ADMINISTRATOR)
                        .takes(ConnectionPages.CONNECTION)
                        .gives(200, TRIED)
                        .says("Asks Vipps with the stored keys which ledgers they see, and says what is wrong if"
                                + " anything is; changes nothing.")
                        .by(this::test));
    }

    private Reply list(Request request) {
        request.mustSeeWholeOffice();
        return Reply.json(Paged.of(request).envelope(connections.all(), CONNECTION::json));
    }

    private Reply enter(Request request) {
        request.mustSeeWholeOffice();
        VippsKeys keys = keys(request.body());
        Actor actor = Actor.of(request.caller());
        ConnectionId id =
                asked(() -> connect.enter(actor, request.body().get(NAME).strip(), keys));
        return Reply.created(CONNECTION.json(overview(id)));
    }

    private Reply replace(Request request) {
        Connection before = stored(request).connection();
        VippsKeys keys = keys(request.body());
        asked(() -> {
            connect.replace(
                    Actor.of(request.caller()), before, request.body().get(NAME).strip(), keys);
            return before.id();
        });
        return Reply.json(CONNECTION.json(overview(before.id())));
    }

    private Reply forget(Request request) {
        if (!connect.forget(Actor.of(request.caller()), stored(request).connection())) {
            throw Problem.conflict("connection.inUse");
        }
        return Reply.done();
    }

    private Reply test(Request request) {
        return Reply.json(TRIED.json(tried(stored(request).connection(), request.texts())));
    }

    private Tried tried(Connection stored, Texts texts) {
        try {
            return new Tried(Optional.of((long) connect.tryOut(stored)), Optional.empty());
        } catch (SourceUnavailable e) {
            return new Tried(Optional.empty(), Optional.of(texts.get(VippsRefusal.told(e))));
        } catch (UnreadableSecret e) {
            return new Tried(Optional.empty(), Optional.of(texts.get("connection.unreadable", e.keyOrigin())));
        }
    }

    private Overview stored(Request request) {
        request.mustSeeWholeOffice();
        return overview(new ConnectionId(request.get(ConnectionPages.CONNECTION)));
    }

    private Overview overview(ConnectionId id) {
        return connections.all().stream()
                .filter(row -> row.connection().id().equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private static ConnectionId asked(Asking asking) {
        try {
            return asking.answer();
        } catch (SourceUnavailable e) {
            throw new Problem(VippsRefusal.isForbidden(e) ? 400 : 502, VippsRefusal.told(e), Map.of());
        }
    }

    @FunctionalInterface
    private interface Asking {
        ConnectionId answer();
    }

    private static VippsKeys keys(Body body) {
        List<Fault> faults = faults(body);
        if (!faults.isEmpty()) {
            throw Problem.faulty(faults);
        }
        Optional<SalesUnitKeys> salesUnit =
                body.get(SUBSCRIPTION_KEY).map(key -> new SalesUnitKeys(key, body.get(SERIAL_NUMBER)));
        return new VippsKeys(
                VippsAddress.parse(body.get(BASE_URL)).orElseThrow(),
                body.get(CLIENT_ID),
                body.get(CLIENT_SECRET),
                salesUnit);
    }

    private static List<Fault> faults(Body body) {
        List<Fault> faults = new ArrayList<>();
        if (VippsAddress.parse(body.get(BASE_URL)).isEmpty()) {
            faults.add(Fault.of(BASE_URL.name(), "connection.address.fault"));
        }
        if (!VippsKeys.isClientId(body.get(CLIENT_ID))) {
            faults.add(Fault.of(CLIENT_ID.name(), "connection.clientId.fault"));
        }
        if (!VippsKeys.isClientSecret(body.get(CLIENT_SECRET))) {
            faults.add(Fault.of(CLIENT_SECRET.name(), "connection.clientSecret.fault"));
        }
        boolean ofSalesUnit = body.get(KIND) == KeyKind.SALES_UNIT;
        Optional<String> key = body.get(SUBSCRIPTION_KEY);
        if (ofSalesUnit && key.filter(SalesUnitKeys::isSubscriptionKey).isEmpty()) {
            faults.add(Fault.of(SUBSCRIPTION_KEY.name(), "connection.subscriptionKey.fault"));
        }
        if (!ofSalesUnit && (key.isPresent() || body.get(SERIAL_NUMBER).isPresent())) {
            faults.add(Fault.of(KIND.name(), "connection.kind.fault"));
        }
        if (body.get(SERIAL_NUMBER)
                .filter(number -> !SalesUnitKeys.isSerialNumber(number))
                .isPresent()) {
            faults.add(Fault.of(SERIAL_NUMBER.name(), "connection.serialNumber.fault"));
        }
        return faults;
    }
}
