package no.avstemt.web.report;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.avstemt.application.report.Parameter;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.Report;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.domain.time.Period;

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
        LocalDate last = to.orElse(end(fiscalYear.period(fiscalYear.of(first)), first, today));
        given.put(Parameters.DATE_FROM.name(), first.toString());
        given.put(Parameters.DATE_TO.name(), last.toString());
    }

    /** Today, in a year that holds it and not before the first day. */
    private static LocalDate end(Period year, LocalDate first, LocalDate today) {
        return first.isAfter(today) || year.last().isBefore(today) ? year.last() : today;
    }

    /** What one report is asked up to, another is asked of: the same day by both names, where one is given. */
    static Map<String, String> byBothNames(Map<String, String> given) {
        Map<String, String> both = new TreeMap<>(given);
        String day = Parameters.REPORT_DATE.name();
        String last = Parameters.DATE_TO.name();
        Optional.ofNullable(given.get(last)).ifPresent(date -> both.putIfAbsent(day, date));
        Optional.ofNullable(given.get(day)).ifPresent(date -> both.putIfAbsent(last, date));
        return both;
    }

    private static Optional<LocalDate> day(Parameter<LocalDate> parameter, Map<String, String> given) {
        return Optional.ofNullable(given.get(parameter.name())).flatMap(parameter.parse());
    }
}
