package no.avstemt.application.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.report.Books.Company;
import no.avstemt.application.report.Books.TaxOfDay;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.ReportHead;
import no.avstemt.domain.report.TableSink;
import no.avstemt.domain.time.Period;
import no.avstemt.domain.time.VatPeriod;
import no.avstemt.domain.time.VatTerm;

/**
 * Merverdiavgiftsspesifikasjon: base and tax by term, code and rate, what the rate comes to, and whether the accounts of
 * VAT hold what the lines say. What is owed and what is deducted are both positive.
 */
final class VatSpecification implements Report {

    private static final List<Parameter<?>> PARAMETERS = List.of(Parameters.DATE_FROM, Parameters.DATE_TO);

    @Override
    public String id() {
        return "vat-specification";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return PARAMETERS;
    }

    @Override
    public List<Column> columns(ReportQuery query) {
        return VatRows.COLUMNS;
    }

    @Override
    public void build(Books books, ReportQuery query, TableSink sink) {
        Period period = new Period(query.get(Parameters.DATE_FROM), query.get(Parameters.DATE_TO));
        Company company = books.company(query.client());
        sink.head(new ReportHead(
                id(), company.name(), company.organisationNumber(), period, List.of(), Optional.empty()));
        sink.columns(columns(query));
        VatAccounts accounts = VatAccounts.of(books, query.client(), period, query.language());
        List<TaxOfDay> taxes = new ArrayList<>();
        books.taxes(query.client(), period, taxes::add);
        VatSums total = new VatSums();
        taxes.forEach(total::add);
        for (Period term : terms(books, query, period)) {
            VatSums sums = new VatSums();
            taxes.stream().filter(tax -> term.contains(tax.day())).forEach(sums::add);
            new VatRows(term, sums, query.language(), sink).write(accounts.moved(books, query.client(), term));
        }
        sink.figure(new Figure("Output-Tax", total.booked(VatGroup.OUTPUT)));
        sink.figure(new Figure("Input-Tax", total.booked(VatGroup.INPUT)));
        sink.figure(new Figure("Payable-Tax", total.payable()));
        sink.end();
    }

    /** Those in which something was posted, each as far as it is in the period: a long one costs no more than its books. */
    private static List<Period> terms(Books books, ReportQuery query, Period period) {
        VatTerm vatTerm = books.company(query.client()).vatTerm();
        List<LocalDate> months = books.postedMonths(query.client(), period);
        return months.stream()
                .map(LocalDate::getYear)
                .distinct()
                .flatMap(year -> vatTerm.periods(year).stream().map(VatPeriod::days))
                .filter(days -> months.stream().anyMatch(days::contains))
                .map(days -> new Period(latest(days.first(), period.first()), earliest(days.last(), period.last())))
                .toList();
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
