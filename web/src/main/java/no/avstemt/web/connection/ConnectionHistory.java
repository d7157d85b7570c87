package no.avstemt.web.connection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.application.access.Role;
import no.avstemt.application.audit.OfficeEvent;
import no.avstemt.application.audit.OfficeHistory.Found;
import no.avstemt.application.audit.ReadOfficeHistory;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.connection.ConnectionsPage.EventRow;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.text.Texts;

/** Who entered, changed and forgot connections: the latest on their page, all of them for a program. */
public final class ConnectionHistory {

    private static final int ON_THE_PAGE = 20;

    private static final Resource<Map.Entry<String, String>> FACT = Resource.<Map.Entry<String, String>>named(
                    "OfficeEventFact")
            .with("name", Kind.text(100), Map.Entry::getKey)
            .with("value", Kind.textOrEmpty(1_000), Map.Entry::getValue);

    private static final Resource<OfficeEvent> EVENT = Resource.<OfficeEvent>named("OfficeEvent")
            .with("at", Kind.moment(), OfficeEvent::at)
            .with("actor", Kind.text(200), event -> event.actor().name())
            .with(
                    "action",
                    Kind.choice(ParamType.byName(List.of(OfficeEvent.Action.values()), OfficeEvent.Action::name)),
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
        Found found = read.run(paged.offset(), Math.toIntExact(paged.perPage()));
        return Reply.json(paged.envelope(found.records(), found.page(), EVENT::json));
    }

    List<EventRow> latest(Request request) {
        return read.run(0, ON_THE_PAGE).page().stream()
                .map(event -> new EventRow(
                        request.formats().dateAndTime(event.at()),
                        event.actor().name(),
                        request.texts().get(event.action().key()),
                        event.subject(),
                        changes(event, request.texts())))
                .toList();
    }

    /** What is not as before, name by name. */
    private static String changes(OfficeEvent event, Texts texts) {
        Set<String> names = new LinkedHashSet<>(event.before().keySet());
        names.addAll(event.after().keySet());
        return names.stream()
                .filter(name -> !event.before()
                        .getOrDefault(name, "")
                        .equals(event.after().getOrDefault(name, "")))
                .map(name -> change(event, name, texts))
                .collect(Collectors.joining("; "));
    }

    private static String change(OfficeEvent event, String name, Texts texts) {
        String before = event.before().getOrDefault(name, "");
        String after = event.after().getOrDefault(name, "");
        String label = texts.get("history.field." + name);
        if (name.equals("keys")) {
            return label;
        }
        boolean isChanged = !before.isEmpty() && !after.isEmpty();
        return label + ": " + (isChanged ? before + " → " + after : before + after);
    }
}
