package no.avstemt.web.settlement;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.journal.Booking;
import no.avstemt.application.journal.EntryView;
import no.avstemt.application.settlement.EntryQuery.BehindLine;
import no.avstemt.application.settlement.ListEntries;
import no.avstemt.application.settlement.ListEntries.Found;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Back;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.journal.Trail;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Frame;
import no.avstemt.web.text.Texts;

/** The list of settlement entries: of a ledger, of a search, or behind a journal line. */
public final class EntryListPages {

    private final ListEntries listEntries;
    private final ClientFrames frames;

    public EntryListPages(ListEntries listEntries, ClientFrames frames) {
        this.listEntries = listEntries;
        this.frames = frames;
    }

    public List<Route> routes() {
        return List.of(Route.get("/settlement-entries")
                .toReaders()
                .ofClient()
                .takes(
                        EntryFilter.LEDGER,
                        EntryFilter.TYPE,
                        EntryFilter.DATE_FROM,
                        EntryFilter.DATE_TO,
                        EntryFilter.SEARCH,
                        LineParams.ENTRY,
                        LineParams.LINE,
                        Places.AFTER,
                        Places.BEFORE)
                .answers(RouteDraft.HTML)
                .says("The page of settlement entries: of a ledger, of a search, or behind a journal line.")
                .by(this::show));
    }

    private Reply show(Request request) {
        EntryFilter filter = EntryFilter.of(request);
        Found found = listEntries
                .run(request.client(), ledgers -> filter.query(request, ledgers))
                .orElseThrow(Problem::notFound);
        return Reply.page(new View("settlement/entries.jte", page(request, filter, found)));
    }

    private EntriesPage page(Request request, EntryFilter filter, Found found) {
        Texts texts = request.texts();
        Optional<EntryView.Line> line = filter.line()
                .flatMap(asked -> found.behind().map(entry -> entry.lines().get(asked.lineNo() - 1)));
        return new EntriesPage(
                frame(request, filter, found),
                texts.get("page.settlement-entries"),
                line.map(shown -> lead(shown, found, request)).orElse(""),
                filter.line()
                        .map(asked -> Addresses.journalLine(request.client(), asked.entryId(), asked.lineNo())
                                .toString())
                        .orElse(""),
                EntrySelection.of(filter, found.ledgers(), request),
                request.client().toString(),
                filter.search().orElse(""),
                Addresses.settlementEntries(request.client()).toString(),
                new EntryRows(request, List.<Booking>copyOf(found.bookings().values()), found.units())
                        .list(
                                texts.get("page.settlement-entries"),
                                found.page().rows(),
                                line.isPresent(),
                                id -> address(request, filter, id)),
                Places.pager(found.page(), filter.address(request), row -> Places.text(row.place())),
                texts.get(filter.search().isPresent() ? "entries.notFound" : "entries.none"));
    }

    private static Address address(Request request, EntryFilter filter, long id) {
        return filter.line()
                .map((BehindLine line) -> Back.from(
                        request,
                        Addresses.behindLine(request.client(), line.entryId(), line.lineNo()),
                        Addresses.settlementEntry(request.client(), id, line.entryId(), line.lineNo())))
                .orElseGet(() -> Back.from(
                        request,
                        Addresses.settlementEntries(request.client()),
                        Addresses.settlementEntry(request.client(), id)));
    }

    private static String lead(EntryView.Line line, Found found, Request request) {
        return request.texts()
                .get(
                        "entries.behind",
                        Integer.toString(line.lineNo()),
                        EntryWords.number(found.behind().orElseThrow().ref()),
                        line.account().code() + " "
                                + line.account().name(request.language().tag()),
                        request.formats().amount(line.amount()),
                        request.formats().count(line.settlementEntries()));
    }

    private Frame frame(Request request, EntryFilter filter, Found found) {
        ClientAccountId client = request.client();
        Texts texts = request.texts();
        return filter.line()
                .flatMap(line -> found.behind()
                        .map(entry -> frames.frame(
                                request,
                                RailPage.SETTLEMENT_ENTRIES,
                                texts.get("page.settlement-entries"),
                                Trail.toEntry(client, entry, line.lineNo(), request))))
                .orElseGet(() -> frames.frame(request, RailPage.SETTLEMENT_ENTRIES));
    }
}
