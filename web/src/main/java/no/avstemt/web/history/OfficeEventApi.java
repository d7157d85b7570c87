package no.avstemt.web.history;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.avstemt.application.access.Role;
import no.avstemt.application.audit.OfficeEvent;
import no.avstemt.application.audit.OfficeEvent.Action;
import no.avstemt.application.audit.OfficeHistory.Found;
import no.avstemt.application.audit.ReadOfficeHistory;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;

/** All of the history of the office, for a program: of connections, and of API keys. */
public final class OfficeEventApi {

    private static final Resource<Map.Entry<String, String>> FACT = Resource.<Map.Entry<String, String>>named(
                    "OfficeEventFact")
            .with("name", Kind.text(100), Map.Entry::getKey)
            .with("value", Kind.textOrEmpty(1_000), Map.Entry::getValue);

    private static final Resource<OfficeEvent> EVENT = Resource.<OfficeEvent>named("OfficeEvent")
            .with("at", Kind.moment(), OfficeEvent::at)
            .with("actor", Kind.text(200), event -> event.actor().name())
            .with(
                    "action",
                    Kind.choice(ParamType.byName(Arrays.asList(Action.values()), Action::name)),
                    OfficeEvent::action)
            .with("subject", Kind.text(200), OfficeEvent::subject)
            .each("before", FACT, event -> List.copyOf(event.before().entrySet()))
            .each("after", FACT, event -> List.copyOf(event.after().entrySet()));

    private final ReadOfficeHistory read;

    public OfficeEventApi(ReadOfficeHistory read) {
        this.read = read;
    }

    public List<Route> routes() {
        return List.of(
                list(
                        "/api/v2/vipps/connection-events",
                        Action.OF_CONNECTIONS,
                        "Who entered, changed and forgot connections and when, the latest first. Never a secret."),
                list(
                        "/api/v2/api-key-events",
                        Action.OF_KEYS,
                        "Who made and withdrew API keys and when, the latest first. Never a key."));
    }

    private Route list(String path, List<Action> actions, String says) {
        return Route.get(path).to(Role.ADMINISTRATOR).lists(EVENT).says(says).by(request -> page(actions, request));
    }

    private Reply page(List<Action> actions, Request request) {
        request.mustSeeWholeOffice();
        Paged paged = Paged.of(request);
        Found found = read.run(actions, paged.offset(), Math.toIntExact(paged.perPage()));
        return Reply.json(paged.envelope(found.records(), found.page(), EVENT::json));
    }
}
