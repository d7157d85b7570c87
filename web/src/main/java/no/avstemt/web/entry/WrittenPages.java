package no.avstemt.web.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.journal.EntryLists.Wanted;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.application.journal.ListJournal;
import no.avstemt.domain.time.Period;
import no.avstemt.web.entry.WrittenPage.Row;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Link;

/** The journal of one client account, the newest entry first. */
public final class WrittenPages {

    static final int PER_PAGE = 50;

    private static final Param<Optional<LocalDate>> FROM = Param.optional("date_from", ParamType.date());
    private static final Param<Optional<LocalDate>> TO = Param.optional("date_to", ParamType.date());

    private final ListJournal listJournal;
    private final ClientFrames frames;

    public WrittenPages(ListJournal listJournal, ClientFrames frames) {
        this.listJournal = listJournal;
        this.frames = frames;
    }

    public List<Route> routes() {
        return List.of(Route.get(Addresses.JOURNAL)
                .toReaders()
                .ofClient()
                .takes(FROM, TO, Paged.PAGE)
                .answers(RouteDraft.HTML)
                .says("The posted entries of one client account, the newest first.")
                .by(this::show));
    }

    private Reply show(Request request) {
        Paged paged = new Paged(request.get(Paged.PAGE), PER_PAGE);
        Wanted wanted = new Wanted(days(request), Optional.empty(), Optional.of(false));
        long records = listJournal.run(request.client(), wanted, 0, 1).records();
        List<Row> rows = newest(request, wanted, records, paged).stream()
                .map(entry -> new WrittenRow(entry, request).row(""))
                .toList();
        return Reply.page(new View(
                "entry/written.jte",
                new WrittenPage(
                        frames.frame(request, RailPage.JOURNAL),
                        request.texts().get(RailPage.JOURNAL.textKey()),
                        request.client().toString(),
                        newHref(request),
                        shows(request, false),
                        Addresses.JOURNAL,
                        request.get(FROM).map(LocalDate::toString).orElse(""),
                        request.get(TO).map(LocalDate::toString).orElse(""),
                        Faults.none(),
                        count(request, records, "count"),
                        rows,
                        request.texts().get("entries-written.none"),
                        paged.page() > 1 ? address(request, paged.page() - 1) : "",
                        paged.page() < paged.pages(records) ? address(request, paged.page() + 1) : "")));
    }

    /** The list is kept with the oldest first, so its last pages are read, backwards. */
    private List<FullEntry> newest(Request request, Wanted wanted, long records, Paged paged) {
        long end = records - paged.offset();
        if (end <= 0) {
            return List.of();
        }
        long start = Math.max(0, end - PER_PAGE);
        List<FullEntry> page = new ArrayList<>(listJournal
                .run(request.client(), wanted, start, Math.toIntExact(end - start))
                .page());
        Collections.reverse(page);
        return page;
    }

    /** In their order, whichever was given as the first. */
    private static Period days(Request request) {
        LocalDate from = request.get(FROM).orElse(Period.EVER.first());
        LocalDate to = request.get(TO).orElse(Period.EVER.last());
        return to.isBefore(from) ? new Period(to, from) : new Period(from, to);
    }

    private static String address(Request request, long page) {
        Address address = Addresses.journal(request.client());
        Optional<LocalDate> from = request.get(FROM);
        Optional<LocalDate> to = request.get(TO);
        if (from.isPresent()) {
            address = address.with(FROM.name(), from.get());
        }
        if (to.isPresent()) {
            address = address.with(TO.name(), to.get());
        }
        return address.with(Paged.PAGE.name(), page).toString();
    }

    static String newHref(Request request) {
        return request.caller().mayWrite()
                ? Addresses.newEntry(request.client()).toString()
                : "";
    }

    static List<Link> shows(Request request, boolean drafts) {
        return List.of(
                new Link(
                        request.texts().get("entries-written.posted"),
                        Addresses.journal(request.client()).toString(),
                        !drafts),
                new Link(
                        request.texts().get("entries-written.drafts"),
                        Addresses.drafts(request.client()).toString(),
                        drafts),
                Link.to(
                        request.texts().get("undocumented.title"),
                        Addresses.undocumented(request.client()).toString()));
    }

    static String count(Request request, long records, String key) {
        return records == 1
                ? request.texts().get("entries-written." + key + "One")
                : request.texts()
                        .get("entries-written." + key, request.formats().count(records));
    }
}
