package no.avstemt.application.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Column.Kind;
import no.avstemt.domain.report.Paging;
import no.avstemt.domain.report.ReportHead;
import no.avstemt.domain.report.Row;
import no.avstemt.domain.report.TableSink;
import no.avstemt.domain.time.Oslo;
import no.avstemt.domain.time.Period;

/** Who did what to the books and their settings, when, and what it was before (behandlingshistorikk), the first first. */
final class ProcessingHistory implements Report {

    private static final List<Parameter<?>> PARAMETERS = List.of(
            Parameters.SINCE,
            Parameters.UNTIL,
            Parameters.USER,
            Parameters.ACTION,
            Parameters.PAGE,
            Parameters.PER_PAGE);

    private static final List<Column> COLUMNS = List.of(
            Column.json("event_id", Kind.COUNT, "id"),
            Column.json("at", Kind.MOMENT, "at"),
            Column.document("day", Kind.DAY),
            Column.document("clock", Kind.TEXT),
            Column.both("actor", Kind.TEXT, "user"),
            Column.json("action_code", Kind.TEXT, "action"),
            Column.both("action", Kind.TEXT, "action_name"),
            Column.both("subject", Kind.TEXT, "subject?"),
            Column.both("before", Kind.TEXT, "before?"),
            Column.both("after", Kind.TEXT, "after?"));

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    @Override
    public String id() {
        return "processing-history";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return PARAMETERS;
    }

    @Override
    public List<Column> columns(ReportQuery query) {
        return COLUMNS;
    }

    /** Events are no entries, so the chain stands still while they come. */
    @Override
    public BooksVersion version(Books books, ReportQuery query) {
        return books.version(query.client()).beside(books.eventsVersion(query.client()));
    }

    @Override
    public void build(Books books, ReportQuery query, TableSink sink) {
        Period period = new Period(
                query.get(Parameters.SINCE).orElse(Period.EVER.first()),
                query.get(Parameters.UNTIL).orElse(Period.EVER.last()));
        HistoryQuery asked = new HistoryQuery(
                query.client(),
                midnight(period.first()),
                midnight(period.last().plusDays(1)),
                query.get(Parameters.USER),
                query.get(Parameters.ACTION));
        Paging paging =
                new Paging(books.countEvents(asked), query.get(Parameters.PER_PAGE), query.get(Parameters.PAGE));
        Books.Company company = books.company(query.client());
        sink.head(new ReportHead(
                id(),
                company.name(),
                company.organisationNumber(),
                period,
                query.filters(books, List.of(Parameters.USER, Parameters.ACTION)),
                Optional.of(paging)));
        sink.columns(columns(query));
        books.events(asked, paging.before(), Math.toIntExact(paging.perPage()), event -> sink.row(row(event)));
        sink.end();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Oslo.ZONE).toInstant();
    }

    private static Row row(PastEvent event) {
        ZonedDateTime at = event.at().atZone(Oslo.ZONE);
        return Row.of(
                Cell.count(event.id()),
                Cell.text(event.at().toString()),
                new Cell.Day(at.toLocalDate()),
                Cell.text(CLOCK.format(at)),
                Cell.text(event.actor()),
                Cell.text(event.action().toLowerCase(Locale.ROOT)),
                name(event.action()),
                event.subject().isEmpty() ? Cell.BLANK : Cell.text(event.subject()),
                values(event.before()),
                values(event.after()));
    }

    private static Cell name(String action) {
        return Arrays.stream(AuditAction.values())
                .filter(known -> known.name().equals(action))
                .findFirst()
                .<Cell>map(known -> new Cell.Term(known.key()))
                .orElse(Cell.text(action));
    }

    private static Cell values(List<String> told) {
        List<Cell.Fact> facts = new ArrayList<>();
        for (int at = 0; at + 1 < told.size(); at += 2) {
            facts.add(new Cell.Fact(told.get(at), told.get(at + 1)));
        }
        return facts.isEmpty() ? Cell.BLANK : new Cell.Facts(facts);
    }
}
