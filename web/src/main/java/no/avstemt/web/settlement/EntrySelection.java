package no.avstemt.web.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.report.Selection;
import no.avstemt.web.report.Selection.Option;
import no.avstemt.web.report.Selection.Part;
import no.avstemt.web.settlement.EntryFilter.Kind;
import no.avstemt.web.text.Texts;

/** The filter over a list of settlement entries as a sentence. */
final class EntrySelection {

    private EntrySelection() {}

    static Selection of(EntryFilter filter, List<OwnLedger> ledgers, Request request) {
        if (filter.acrossLedgers()) {
            return new Selection("/settlement-entries", List.of());
        }
        Texts texts = request.texts();
        List<Part> parts = new ArrayList<>();
        parts.add(Part.hidden(Route.CLIENT, request.client().toString()));
        parts.add(Part.choice(EntryFilter.TYPE.name(), texts.get("filter.type"), kinds(filter, texts)));
        parts.addAll(ledger(filter.shownLedger(ledgers).map(LedgerId::value).orElse(""), ledgers, texts));
        parts.add(Part.words(texts.get("selection.dateFrom")));
        parts.add(date(
                EntryFilter.DATE_FROM.name(),
                filter.first().map(LocalDate::toString).orElse(""),
                texts));
        parts.add(Part.words(texts.get("selection.to")));
        parts.add(date(
                EntryFilter.DATE_TO.name(),
                filter.last().map(LocalDate::toString).orElse(""),
                texts));
        return new Selection("/settlement-entries", parts);
    }

    /** A choice only where there is one. */
    public static List<Part> ledger(String shown, List<OwnLedger> ledgers, Texts texts) {
        if (ledgers.size() < 2) {
            return List.of();
        }
        return List.of(
                Part.words(texts.get("selection.inLedger")),
                Part.choice(
                        EntryFilter.LEDGER.name(),
                        texts.get("filter.ledger_id"),
                        ledgers.stream()
                                .map(ledger -> ledger.id().value())
                                .map(id -> new Option(id, id, id.equals(shown)))
                                .toList()));
    }

    private static Part date(String name, String value, Texts texts) {
        return Part.date(name, texts.get("filter." + name), value);
    }

    private static List<Option> kinds(EntryFilter filter, Texts texts) {
        return EntryFilter.kinds().entrySet().stream()
                .map(kind -> new Option(
                        kind.getKey(),
                        label(kind.getValue(), texts),
                        kind.getValue().equals(filter.shownKind())))
                .toList();
    }

    private static String label(Kind kind, Texts texts) {
        String topic = texts.get("entries.of." + kind.topic().vippsName());
        return kind.type()
                .map(type -> texts.get("entries.ofType", topic, EntryWords.type(type, texts)))
                .orElse(texts.get("entries.allOf", topic));
    }
}
