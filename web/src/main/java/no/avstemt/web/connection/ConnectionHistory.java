package no.avstemt.web.connection;

import java.util.List;
import java.util.Map;
import no.avstemt.application.access.Role;
import no.avstemt.application.audit.OfficeEvent;
import no.avstemt.application.audit.OfficeHistory.Found;
import no.avstemt.application.audit.ReadOfficeHistory;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.history.EventRow;
import no.avstemt.web.history.OfficeEventRows;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;

/** Who entered, changed and forgot connections: the latest on their page, all of them for a program. */
public final class ConnectionHistory {

    private static final Resource<Map.Entry<String, String>> FACT = Resource.<Map.Entry<String, String>>named(
                    "OfficeEventFact")
            .with("name", Kind.text(100), Map.Entry::getKey)
            .with("value", Kind.textOrEmpty(1_000), Map.Entry::getValue);

    private static final Resource<OfficeEvent> EVENT = Resource.<OfficeEvent>named("OfficeEvent")
            .with("at", Kind.moment(), OfficeEvent::at)
            .with("actor", Kind.text(200), event -> event.actor().name())
            .with(
                    "action",
                    Kind.choice(ParamType.byName(OfficeEvent.Action.OF_CONNECTIONS, OfficeEvent.Action::name)),
                    OfficeEvent::action)
            .with("subject", Kind.text(200), OfficeEvent::subject)
            .each("before", FACT, event -> List.copyOf(event.before().entrySet()))
            .each("after", FACT, event -> List.copyOf(event.after().entrySet()));

    private final ReadOfficeHistory read;

    public ConnectionHistory(ReadOfficeHistory read) {
        this.read = read;
    }

    public List<Route> routes() {
        return List.of(Route.get("/api/v2/vipps/connection-events")
                .to(Role.ADMINISTRATOR)
                .lists(EVENT)
                .says("Who entered, changed and forgot connections and when, the latest first. Never a secret.")
                .by(this::list));
    }

    private Reply list(Request request) {
        ConnectionApi.ofWholeOffice(request);
        Paged paged = Paged.of(request);
        Found found = read.run(OfficeEvent.Action.OF_CONNECTIONS, paged.offset(), Math.toIntExact(paged.perPage()));
        return Reply.json(paged.envelope(found.records(), found.page(), EVENT::json));
    }

    List<EventRow> latest(Request request) {
        return new OfficeEventRows(read).latest(OfficeEvent.Action.OF_CONNECTIONS, request);
    }
}
