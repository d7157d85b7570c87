package no.avstemt.web.report;

import java.util.List;
import java.util.stream.Stream;
import no.avstemt.application.access.Language;
import no.avstemt.domain.report.ReportHead;
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
        return Texts.in(language)
                .get(
                        "report.period",
                        formats.longDate(head.period().first()),
                        formats.longDate(head.period().last()));
    }

    /** One sentence for each choice that narrows the report. */
    static List<String> filters(ReportHead head, Language language) {
        Texts texts = Texts.in(language);
        Stream<String> filters = head.filters().stream()
                .map(filter -> texts.get("report.filter", texts.get("filter." + filter.parameter()), filter.value()));
        return filters.toList();
    }
}
