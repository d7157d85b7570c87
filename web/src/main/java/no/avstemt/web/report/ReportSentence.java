package no.avstemt.web.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.avstemt.application.access.Language;
import no.avstemt.domain.report.ReportHead;
import no.avstemt.domain.time.Period;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** What stands over a report, in words. */
final class ReportSentence {

    private ReportSentence() {}

    static String company(ReportHead head, Language language) {
        String number = Formats.in(language)
                .organisationNumber(head.organisationNumber().digits());
        return Texts.in(language).get("report.company", head.clientName(), number);
    }

    static String period(ReportHead head, Language language) {
        Formats formats = Formats.in(language);
        Texts texts = Texts.in(language);
        Period period = head.period();
        boolean begins = !period.first().equals(Period.EVER.first());
        boolean ends = !period.last().equals(Period.EVER.last());
        String first = formats.longDate(period.first());
        String last = formats.longDate(period.last());
        if (begins && ends) {
            return texts.get("report.period", first, last);
        }
        if (begins) {
            return texts.get("report.since", first);
        }
        if (!ends) {
            return texts.get("report.ever");
        }
        String atTheEnd = "report.until." + head.report();
        return texts.get(texts.has(atTheEnd) ? atTheEnd : "report.until", last);
    }

    /**
     * One sentence for each choice that narrows the report.
     *
     * @param said names of parameters that are told already
     */
    static List<String> filters(ReportHead head, Set<String> said, Language language) {
        Texts texts = Texts.in(language);
        return head.filters().stream()
                .filter(filter -> said.stream().noneMatch(name -> filter.key().equals("filter." + name)))
                .map(filter -> texts.get("report.filter", texts.get(filter.key()), value(filter, language)))
                .toList();
    }

    /** Those of all choices, and what is counted that is not posted. */
    static List<String> all(ReportHead head, Language language) {
        return Stream.concat(filters(head, Set.of(), language).stream(), drafts(head, language).stream())
                .toList();
    }

    /** Says that drafts are counted, and how many are not. */
    static Optional<String> drafts(ReportHead head, Language language) {
        Texts texts = Texts.in(language);
        return head.draftsLeftOut()
                .map(drafts -> drafts == 0
                        ? texts.get("report.withDrafts")
                        : texts.get("report.withDraftsBut", Formats.in(language).count(drafts)));
    }

    private static String value(ReportHead.Filter filter, Language language) {
        if (filter.key().equals(ReportHead.COMPARED_WITH)) {
            return days(filter.value(), Formats.in(language));
        }
        Texts texts = Texts.in(language);
        String choice = switch (filter.key()) {
            case "filter.group_by_dimension" -> "dimension." + filter.value();
            case "filter.action" -> "audit." + filter.value().replace('_', '-');
            default -> filter.key() + "." + filter.value();
        };
        return texts.has(choice) ? texts.get(choice) : filter.value();
    }

    /** The last alone where it is a balance. */
    private static String days(String firstAndLast, Formats formats) {
        String[] days = firstAndLast.split("/", 2);
        String last = formats.longDate(LocalDate.parse(days[1]));
        LocalDate first = LocalDate.parse(days[0]);
        return first.equals(Period.EVER.first()) ? last : formats.longDate(first) + " \u2013 " + last;
    }
}
