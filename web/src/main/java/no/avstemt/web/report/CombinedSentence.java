package no.avstemt.web.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.avstemt.application.access.Language;
import no.avstemt.application.report.CombinedReport;
import no.avstemt.domain.report.PageCount;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** What stands over a report of several client accounts, in words. */
final class CombinedSentence {

    private CombinedSentence() {}

    /** How many, or the one that it is. */
    static String companies(CombinedReport<?> report, Language language) {
        int clients = report.parts().size();
        return clients == 1
                ? ReportSentence.company(report.head(), language)
                : Texts.in(language)
                        .get("combined.clients", Formats.in(language).count(clients));
    }

    /** A sentence for each choice that narrows the report, and which page of it this is. */
    static List<String> filters(CombinedReport<?> report, Language language) {
        return Stream.concat(ReportSentence.all(report.head(), language).stream(), page(report, language).stream())
                .toList();
    }

    private static Optional<String> page(CombinedReport<?> report, Language language) {
        Formats formats = Formats.in(language);
        return report.pages()
                .filter(count -> count.pages() > 1)
                .map(count -> Texts.in(language)
                        .get("pager.place", formats.count(count.page()), formats.count(count.pages())));
    }

    /** Where no client account has anything on this page. */
    static String none(PageCount count, Language language) {
        return Texts.in(language).get(count.isPastTheEnd() ? "report.pastTheEnd" : "report.none");
    }
}
