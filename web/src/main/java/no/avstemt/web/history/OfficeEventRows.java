package no.avstemt.web.history;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.application.audit.OfficeEvent;
import no.avstemt.application.audit.ReadOfficeHistory;
import no.avstemt.web.http.Request;
import no.avstemt.web.text.Texts;

/** From the history of the office to the rows of a page. */
public final class OfficeEventRows {

    private static final int ON_THE_PAGE = 20;

    private final ReadOfficeHistory read;

    public OfficeEventRows(ReadOfficeHistory read) {
        this.read = read;
    }

    /** The latest of these actions. */
    public List<EventRow> latest(List<OfficeEvent.Action> actions, Request request) {
        return read.run(actions, 0, ON_THE_PAGE).page().stream()
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
        String before = value(name, event.before().getOrDefault(name, ""), texts);
        String after = value(name, event.after().getOrDefault(name, ""), texts);
        String label = texts.get("history.field." + name);
        if (name.equals("keys")) {
            return label;
        }
        boolean isChanged = !before.isEmpty() && !after.isEmpty();
        return label + ": " + (isChanged ? before + " → " + after : before + after);
    }

    /** What is stored as a program names it. */
    private static String value(String name, String stored, Texts texts) {
        return switch (name) {
            case "access_right" -> stored.isEmpty() ? "" : texts.get("apiKeys.right." + stored);
            case "client_accounts" -> stored.equals("*") ? texts.get("apiKeys.scope.every") : stored;
            default -> stored;
        };
    }
}
