package no.avstemt.web.entry;

import java.util.List;
import no.avstemt.application.journal.EntryLists.Found;
import no.avstemt.application.journal.ListJournal;
import no.avstemt.web.entry.WrittenPage.Row;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.JournalTab;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;

/** The journal of one client account, the newest entry first. */
public final class WrittenPages {

    static final int PER_PAGE = 50;

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
                .takes(JournalFilter.TEXT, JournalFilter.ACCOUNT, JournalFilter.AMOUNT, JournalFilter.SOURCE)
                .takes(JournalFilter.FROM, JournalFilter.TO, Paged.PAGE)
                .answers(RouteDraft.HTML)
                .says("The posted entries of one client account, the newest first.")
                .by(this::show));
    }

    private Reply show(Request request) {
        JournalFilter filter = JournalFilter.ofPosted(request);
        Paged paged = new Paged(request.get(Paged.PAGE), PER_PAGE);
        Found found = filter.faults.any()
                ? new Found(0, List.of())
                : listJournal.newest(request.client(), filter.wanted(), paged.offset(), PER_PAGE);
        Address list = filter.on(Addresses.journal(request.client()));
        List<Row> rows = found.page().stream()
                .map(entry -> new WrittenRow(entry, request).row(""))
                .toList();
        return Reply.page(new View(
                "entry/written.jte",
                new WrittenPage(
                        frames.frame(request, RailPage.JOURNAL),
                        request.texts().get(RailPage.JOURNAL.textKey()),
                        request.client().toString(),
                        newHref(request),
                        JournalTab.POSTED.links(request),
                        filter.view(Addresses.JOURNAL, Addresses.journal(request.client())),
                        filter.faults,
                        count(request, found.records(), "count"),
                        rows,
                        request.texts().get(filter.isNarrowed() ? "entries-written.noneFound" : "entries-written.none"),
                        paged.page() > 1 ? address(list, paged.page() - 1) : "",
                        paged.page() < paged.pages(found.records()) ? address(list, paged.page() + 1) : "")));
    }

    static String address(Address list, long page) {
        return list.with(Paged.PAGE.name(), page).toString();
    }

    static String newHref(Request request) {
        return request.caller().mayWrite()
                ? Addresses.newEntry(request.client()).toString()
                : "";
    }

    static String count(Request request, long records, String key) {
        return records == 1
                ? request.texts().get("entries-written." + key + "One")
                : request.texts()
                        .get("entries-written." + key, request.formats().count(records));
    }
}
