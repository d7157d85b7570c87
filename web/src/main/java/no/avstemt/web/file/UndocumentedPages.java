package no.avstemt.web.file;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.file.FileStore.MonthCount;
import no.avstemt.application.file.FileStore.Undocumented;
import no.avstemt.application.file.ReadFiles;
import no.avstemt.application.file.ReadFiles.Lacking;
import no.avstemt.domain.time.Period;
import no.avstemt.web.file.UndocumentedPage.Row;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.JournalTab;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Link;
import no.avstemt.web.period.Months;
import no.avstemt.web.text.Texts;

/** The entries that somebody made by hand and put no file beside, by month. */
public final class UndocumentedPages {

    private static final int PER_PAGE = 50;
    private static final Param<Optional<YearMonth>> MONTH = Param.optional("month", Months.TYPE);

    private final ReadFiles read;
    private final ClientFrames frames;

    public UndocumentedPages(ReadFiles read, ClientFrames frames) {
        this.read = read;
        this.frames = frames;
    }

    public List<Route> routes() {
        return List.of(Route.get("/undocumented-entries")
                .toReaders()
                .ofClient()
                .takes(MONTH, Paged.PAGE)
                .answers(RouteDraft.HTML)
                .says("The entries that lack documentation, of all months or of one.")
                .by(this::page));
    }

    /** A month by its days; all of them when none is given. */
    static Period days(Optional<YearMonth> month) {
        return month.map(one -> new Period(one.atDay(1), one.atEndOfMonth())).orElse(Period.EVER);
    }

    private Reply page(Request request) {
        Paged paged = new Paged(request.get(Paged.PAGE), PER_PAGE);
        Optional<YearMonth> month = request.get(MONTH);
        Lacking found = read.undocumented(request.client(), days(month), paged.offset(), PER_PAGE);
        Texts texts = request.texts();
        String title = texts.get("undocumented.title");
        Link above = Link.to(
                texts.get(RailPage.JOURNAL.textKey()),
                RailPage.JOURNAL.of(request.client()).toString());
        UndocumentedPage page = new UndocumentedPage(
                frames.frame(request, RailPage.JOURNAL, title, List.of(above)),
                title,
                texts.get("undocumented.lead"),
                request.client().toString(),
                JournalTab.UNDOCUMENTED.links(request),
                months(request, month, found.months()),
                count(request, found.records()),
                found.page().stream().map(entry -> row(request, entry)).toList(),
                month.map(one -> texts.get(
                                "undocumented.noneIn", request.formats().month(one)))
                        .orElseGet(() -> texts.get("undocumented.none")),
                paged.page() > 1 ? address(request, month, paged.page() - 1) : "",
                paged.page() < paged.pages(found.records()) ? address(request, month, paged.page() + 1) : "");
        return Reply.page(new View("file/undocumented.jte", page));
    }

    private static String count(Request request, long records) {
        return records == 1
                ? request.texts().get("undocumented.countOne")
                : request.texts().get("undocumented.count", request.formats().count(records));
    }

    /** The month that is asked for can be chosen also when it has none. */
    private static Choice months(Request request, Optional<YearMonth> shown, List<MonthCount> counts) {
        List<Choice.Option> options = new ArrayList<>();
        Texts texts = request.texts();
        options.add(new Choice.Option("", texts.get("undocumented.allMonths"), shown.isEmpty()));
        for (MonthCount count : counts) {
            options.add(new Choice.Option(
                    count.month().toString(),
                    request.formats().month(count.month()) + " ("
                            + request.formats().count(count.entries()) + ")",
                    shown.filter(count.month()::equals).isPresent()));
        }
        shown.filter(month -> counts.stream().noneMatch(count -> count.month().equals(month)))
                .ifPresent(month -> options.add(
                        new Choice.Option(month.toString(), request.formats().month(month) + " (0)", true)));
        return Choice.of(MONTH.name(), texts.get("undocumented.month"), options);
    }

    private static Row row(Request request, Undocumented entry) {
        Address page = Addresses.journalEntry(request.client(), entry.entry().id());
        return new Row(
                entry.entry().fiscalYear() + "/" + entry.entry().number(),
                page.toString(),
                request.formats().date(entry.date()),
                entry.description(),
                entry.createdBy(),
                request.formats().amount(entry.debit()),
                request.caller().mayWrite() ? page.at("attachments").toString() : "");
    }

    private static String address(Request request, Optional<YearMonth> month, long page) {
        Address all = Addresses.undocumented(request.client());
        Address shown = month.map(one -> all.with(MONTH.name(), one)).orElse(all);
        return shown.with(Paged.PAGE.name(), page).toString();
    }
}
