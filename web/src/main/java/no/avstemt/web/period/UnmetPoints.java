package no.avstemt.web.period;

import java.util.stream.Collectors;
import no.avstemt.application.access.Language;
import no.avstemt.application.period.Checklist;
import no.avstemt.application.period.PeriodOutcome.Unmet;
import no.avstemt.web.text.Texts;

/** What keeps months from being closed, in one line. */
final class UnmetPoints {

    private UnmetPoints() {}

    /** For programs, whose answers are in English: {@code 2026-03: No drafts in the month (2)}. */
    static String told(Unmet unmet) {
        Texts texts = Texts.in(Language.ENGLISH);
        return unmet.checklists().stream()
                .map(checklist -> checklist.month() + ": "
                        + checklist.unmet().stream()
                                .map(point -> texts.get(
                                                "period.point." + point.kind().apiName()) + " (" + point.count() + ")")
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    /** For people: the names of the points. */
    static String told(Checklist checklist, Language language) {
        Texts texts = Texts.in(language);
        return checklist.unmet().stream()
                .map(point -> texts.get("period.point." + point.kind().apiName()))
                .collect(Collectors.joining(", "));
    }
}
