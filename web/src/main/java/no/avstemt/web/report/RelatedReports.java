package no.avstemt.web.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.application.report.Reports;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Link;
import no.avstemt.web.text.Texts;

/** Reports that show what another does in another way: their pages are below its page, and it leads to them. */
final class RelatedReports {

    private static final Map<Report, Report> ABOVE = above();

    private RelatedReports() {}

    private static Map<Report, Report> above() {
        Map<Report, Report> above = new LinkedHashMap<>();
        above.put(Reports.GENERAL_LEDGER, Reports.TRIAL_BALANCE);
        above.put(Reports.JOURNAL, Reports.GENERAL_LEDGER);
        above.put(Reports.AGED_RECEIVABLES, Reports.ACCOUNTS_RECEIVABLE);
        above.put(Reports.AGED_PAYABLES, Reports.ACCOUNTS_PAYABLE);
        return above;
    }

    static Optional<Report> above(Report report) {
        return Optional.ofNullable(ABOVE.get(report));
    }

    /** Whose place in the rail the report's page has: the innermost above it that has one. */
    static Report inRail(Report report) {
        return report == Reports.GENERAL_LEDGER
                ? report
                : above(report).map(RelatedReports::inRail).orElse(report);
    }

    /** To the reports below this one, of the same days. */
    static List<Link> below(Report report, ReportQuery query, Texts texts) {
        return ABOVE.entrySet().stream()
                .filter(entry -> entry.getValue() == report)
                .map(Map.Entry::getKey)
                .map(below -> link(below, query, texts))
                .toList();
    }

    static Link link(Report report, ReportQuery query, Texts texts) {
        Map<String, String> same = PageDates.byBothNames(query.given());
        same.keySet()
                .retainAll(report.parameters().stream()
                        .filter(parameter -> switch (parameter.kind()) {
                            case DAY, ID -> true;
                            default -> false;
                        })
                        .map(parameter -> parameter.name())
                        .toList());
        return Link.to(
                texts.get("report." + report.id()),
                address(report, query.client()).with(same).toString());
    }

    private static Address address(Report report, ClientAccountId client) {
        return Addresses.report(report.id(), client);
    }
}
