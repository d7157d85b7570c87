package no.avstemt.web.report;

import java.util.List;
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
        return ends ? texts.get("report.until", last) : texts.get("report.ever");
    }

    /** One sentence for each choice that narrows the report. */
    static List<String> filters(ReportHead head, Language language) {
        Texts texts = Texts.in(language);
        return head.filters().stream()
                .map(filter ->
                        texts.get("report.filter", texts.get("filter." + filter.parameter()), value(filter, texts)))
                .toList();
    }

    private static String value(ReportHead.Filter filter, Texts texts) {
        return filter.parameter().startsWith("include_")
                ? texts.get("filter." + filter.parameter() + "." + filter.value())
                : filter.value();
    }
}
