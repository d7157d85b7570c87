package no.avstemt.web.report;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.report.Parameter;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.Report;
import no.avstemt.domain.time.FiscalYear;

/** The dates of a report's page where the address does not say them: this fiscal year so far. */
final class PageDates {

    private PageDates() {}

    /** One date alone leaves the other end open where the report can be; else it is of the same year. */
    static void add(Report report, Map<String, String> given, FiscalYear fiscalYear, LocalDate today) {
        if (report.parameters().contains(Parameters.REPORT_DATE)) {
            given.putIfAbsent(Parameters.REPORT_DATE.name(), today.toString());
            return;
        }
        Optional<LocalDate> from = day(Parameters.DATE_FROM, given);
        Optional<LocalDate> to = day(Parameters.DATE_TO, given);
        boolean isOpen = !report.parameters().contains(Parameters.DATE_FROM);
        if (isOpen && (from.isPresent() || to.isPresent())) {
            return;
        }
        LocalDate first = from.orElse(fiscalYear.start(to.orElse(today)));
        LocalDate last = to.orElse(
                first.isAfter(today) ? fiscalYear.period(fiscalYear.of(first)).last() : today);
        given.put(Parameters.DATE_FROM.name(), first.toString());
        given.put(Parameters.DATE_TO.name(), last.toString());
    }

    private static Optional<LocalDate> day(Parameter<LocalDate> parameter, Map<String, String> given) {
        return Optional.ofNullable(given.get(parameter.name())).flatMap(parameter.parse());
    }
}
