package no.avstemt.web.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.journal.EntryLists.Found;
import no.avstemt.application.journal.EntryLists.Wanted;
import no.avstemt.application.journal.EntryOutcome;
import no.avstemt.application.journal.EntryOutcome.Done;
import no.avstemt.application.journal.EntryOutcome.Faulty;
import no.avstemt.application.journal.EntryOutcome.Missing;
import no.avstemt.application.journal.EntryOutcome.Refused;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.application.journal.KeepDrafts;
import no.avstemt.application.journal.ListJournal;
import no.avstemt.application.journal.PostEntry;
import no.avstemt.domain.journal.EntryFault;
import no.avstemt.domain.time.Period;
import no.avstemt.web.entry.WrittenPage.Filter;
import no.avstemt.web.entry.WrittenPage.Row;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.JournalTab;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Link;

/** The drafts of one client account, which are posted or deleted where they are listed. */
public final class DraftPages {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final ListJournal listJournal;
    private final KeepDrafts keepDrafts;
    private final PostEntry postEntry;
    private final ClientFrames frames;

    public DraftPages(ListJournal listJournal, KeepDrafts keepDrafts, PostEntry postEntry, ClientFrames frames) {
        this.listJournal = listJournal;
        this.keepDrafts = keepDrafts;
        this.postEntry = postEntry;
        this.frames = frames;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(Addresses.DRAFTS)
                        .toReaders()
                        .ofClient()
                        .takes(JournalFilter.TEXT, JournalFilter.ACCOUNT, JournalFilter.AMOUNT)
                        .takes(JournalFilter.FROM, JournalFilter.TO, Paged.PAGE)
                        .answers(RouteDraft.HTML)
                        .says("The drafts of one client account.")
                        .by(this::list),
                Route.post(Addresses.DRAFTS + "/{id}/post")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .answers(RouteDraft.HTML)
                        .says("Posts a draft.")
                        .by(this::post),
                Route.post(Addresses.DRAFTS + "/{id}/delete")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .answers(RouteDraft.HTML)
                        .says("Deletes a draft.")
                        .by(this::delete));
    }

    private Reply post(Request request) {
        EntryOutcome outcome = postEntry.draft(request.client(), Actor.of(request.caller()), request.get(Param.ID));
        if (outcome instanceof Done done) {
            return Reply.seeOther(
                    Addresses.journalEntry(request.client(), done.entry().id()).toString());
        }
        if (outcome instanceof Refused refused && refused.other().isPresent()) { // pressed twice
            return Reply.seeOther(Addresses.journalEntry(
                            request.client(), refused.other().get().id())
                    .toString());
        }
        if (outcome instanceof Faulty faulty && faulty.faults().stream().allMatch(DraftPages::asksForReason)) {
            return Reply.seeOther(Addresses.draft(request.client(), request.get(Param.ID))
                    .at(HeadField.HELD_REASON.id())
                    .toString());
        }
        return notDone(request, outcome);
    }

    /** The form has a place for it. */
    private static boolean asksForReason(EntryFault fault) {
        return fault.reason() == EntryFault.Reason.PERIOD_HELD;
    }

    private Reply delete(Request request) {
        EntryOutcome outcome = keepDrafts.delete(request.client(), Actor.of(request.caller()), request.get(Param.ID));
        return outcome instanceof Done
                ? Reply.seeOther(Addresses.drafts(request.client()).toString())
                : notDone(request, outcome);
    }

    private Reply notDone(Request request, EntryOutcome outcome) {
        if (outcome instanceof Missing) {
            throw Problem.notFound();
        }
        Faults faults = Faults.none();
        if (outcome instanceof Refused refused) {
            faults.add("", FaultPlaces.text(refused, request.texts()));
            return page(request, CONFLICT, faults);
        }
        if (outcome instanceof Faulty faulty) {
            List<String> texts = new ArrayList<>();
            texts.add(request.texts().get("entries-written.notPosted"));
            faulty.faults().forEach(fault -> texts.add(FaultWords.of(request).text(fault)));
            faults.add("draft-" + request.get(Param.ID), String.join(" ", texts));
        }
        return page(request, UNPROCESSABLE, faults);
    }

    private Reply list(Request request) {
        JournalFilter filter = JournalFilter.ofDrafts(request);
        Paged paged = new Paged(request.get(Paged.PAGE), WrittenPages.PER_PAGE);
        Found found = filter.faults.any()
                ? new Found(0, List.of())
                : listJournal.run(request.client(), filter.wanted(), paged.offset(), WrittenPages.PER_PAGE);
        Address list = filter.on(Addresses.drafts(request.client()));
        return page(
                request,
                200,
                filter.view(Addresses.DRAFTS, Addresses.drafts(request.client())),
                filter.faults,
                found,
                request.texts().get(filter.isNarrowed() ? "entries-written.noneFound" : "entries-written.noDrafts"),
                paged.page() > 1 ? WrittenPages.address(list, paged.page() - 1) : "",
                paged.page() < paged.pages(found.records()) ? WrittenPages.address(list, paged.page() + 1) : "");
    }

    /** A page after a wish begins with the first of them: its address names one draft. */
    private Reply page(Request request, int status, Faults faults) {
        Paged paged = new Paged(1, WrittenPages.PER_PAGE);
        Wanted wanted = new Wanted(Period.EVER, Optional.empty(), Optional.of(true));
        Found found = listJournal.run(request.client(), wanted, 0, WrittenPages.PER_PAGE);
        Address all = Addresses.drafts(request.client());
        return page(
                request,
                status,
                new Filter(Addresses.DRAFTS, List.of(), List.of(), ""),
                faults,
                found,
                request.texts().get("entries-written.noDrafts"),
                "",
                paged.pages(found.records()) > 1 ? WrittenPages.address(all, 2) : "");
    }

    private Reply page(
            Request request,
            int status,
            Filter filter,
            Faults faults,
            Found found,
            String whenEmpty,
            String previous,
            String next) {
        String title = request.texts().get("entries-written.drafts");
        List<Row> rows = found.page().stream()
                .map(entry -> new WrittenRow(entry, request).row(actions(request, entry)))
                .toList();
        return Reply.page(
                status,
                new View(
                        "entry/written.jte",
                        new WrittenPage(
                                frames.frame(request, RailPage.JOURNAL, title, List.of(above(request))),
                                title,
                                request.client().toString(),
                                WrittenPages.newHref(request),
                                JournalTab.DRAFTS.links(request),
                                filter,
                                faults,
                                WrittenPages.count(request, found.records(), "draftCount"),
                                rows,
                                whenEmpty,
                                previous,
                                next)));
    }

    private static Link above(Request request) {
        return Link.to(
                request.texts().get(RailPage.JOURNAL.textKey()),
                Addresses.journal(request.client()).toString());
    }

    private static String actions(Request request, FullEntry draft) {
        return request.caller().mayWrite() ? Addresses.DRAFTS + "/" + draft.id() : "";
    }
}
