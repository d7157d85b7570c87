package no.avstemt.web.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.journal.EntryChoices;
import no.avstemt.application.journal.EntryOutcome;
import no.avstemt.application.journal.EntryOutcome.Done;
import no.avstemt.application.journal.EntryOutcome.Faulty;
import no.avstemt.application.journal.EntryOutcome.Missing;
import no.avstemt.application.journal.EntryOutcome.Refused;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.application.journal.KeepDrafts;
import no.avstemt.application.journal.ListJournal;
import no.avstemt.application.journal.PostEntry;
import no.avstemt.application.journal.ReadEntryChoices;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.time.Oslo;
import no.avstemt.web.file.AttachmentList;
import no.avstemt.web.file.SentFiles;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Link;

/** The form for a journal entry: it can be computed, kept as a draft and posted, and is shown again with its faults. */
public final class EntryFormPages {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final ParamType<Long> ID = ParamType.number(1, 999_999_999_999_999_999L);
    private static final Param<Optional<Long>> COPY = Param.optional("copy", ID);
    private static final Param<Optional<Long>> DRAFT = Param.optional("draft", ID);
    private static final Param<Optional<Long>> KEPT = DRAFT.inForm();
    private static final Param<String> WISH =
            Param.withDefault("do", ParamType.text(20), "compute").inForm();
    private static final String REMOVE = "remove-";
    private static final String ATTACH = "attach";

    private final ReadEntryChoices readChoices;
    private final ListJournal listJournal;
    private final KeepDrafts keepDrafts;
    private final PostEntry postEntry;
    private final EntryFiles files;
    private final ClientFrames frames;
    private final Clock clock;

    public EntryFormPages(
            ReadEntryChoices readChoices,
            ListJournal listJournal,
            KeepDrafts keepDrafts,
            PostEntry postEntry,
            EntryFiles files,
            ClientFrames frames,
            Clock clock) {
        this.readChoices = readChoices;
        this.listJournal = listJournal;
        this.keepDrafts = keepDrafts;
        this.postEntry = postEntry;
        this.files = files;
        this.frames = frames;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(Addresses.NEW_ENTRY)
                        .toWriters()
                        .ofClient()
                        .takes(COPY, DRAFT)
                        .answers(RouteDraft.HTML)
                        .says("A form for a journal entry: empty, a copy of an earlier one, or a draft.")
                        .by(this::show),
                Route.post(Addresses.NEW_ENTRY)
                        .toWriters()
                        .ofClient()
                        .takes(WISH, KEPT)
                        .takes(TypedEntry.params())
                        .files(AttachmentList.FIELD, files.most())
                        .answers(RouteDraft.HTML)
                        .says("Computes, keeps as a draft or posts what the form holds.")
                        .by(this::take));
    }

    /** What is shown again, and where writing goes on. */
    private record Shown(int status, TypedEntry typed, Optional<Long> draft, int focused) {}

    private Reply show(Request request) {
        EntryChoices choices = readChoices.run(request.client());
        EntryFill fill = new EntryFill(choices, request.language().tag(), request.formats());
        Optional<Long> draft = request.get(DRAFT);
        Optional<Long> earlier = request.get(COPY);
        TypedEntry typed;
        if (draft.isPresent()) {
            FullEntry kept = entry(request, draft.get());
            if (!kept.isDraft()) {
                return Reply.seeOther(
                        Addresses.journalEntry(request.client(), kept.id()).toString());
            }
            typed = fill.draft(kept.draft());
        } else if (earlier.isPresent()) {
            typed = fill.copy(entry(request, earlier.get()).draft(), today());
        } else {
            typed = EntryFill.empty(today());
        }
        return page(request, choices, new Shown(200, typed, draft, 0), Faults.none());
    }

    private FullEntry entry(Request request, long id) {
        return listJournal.one(request.client(), id).orElseThrow(Problem::notFound);
    }

    private LocalDate today() {
        return Oslo.today(clock);
    }

    private Reply take(Request request) {
        EntryChoices choices = readChoices.run(request.client());
        TypedEntry typed = TypedEntry.of(request);
        Optional<Long> draft = request.get(KEPT);
        String wish = request.get(WISH);
        if (wish.equals("add")) {
            TypedEntry more = typed.withOneMore();
            return shown(
                    request, choices, new Shown(200, more, draft, more.lines().size()));
        }
        if (wish.startsWith(REMOVE)) {
            TypedEntry fewer = typed.without(number(wish.substring(REMOVE.length())));
            return shown(
                    request, choices, new Shown(200, fewer, draft, fewer.lines().size()));
        }
        Shown shown = new Shown(UNPROCESSABLE, typed, draft, 0);
        if (wish.equals(ATTACH)) {
            return attached(request, choices, shown);
        }
        if (wish.equals("draft") || wish.equals("post")) {
            return kept(request, choices, shown, wish.equals("post"));
        }
        files.detached(request, wish);
        return shown(request, choices, new Shown(200, typed, draft, 0));
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    /** Keeps what is written as a draft and the files beside it, and lets the writing go on. */
    private Reply attached(Request request, EntryChoices choices, Shown shown) {
        EntryReading reading = new EntryReading(shown.typed(), choices, today(), request.texts());
        SentFiles sent = files.sent(request);
        EntryFiles.tell(sent, reading.faults, request);
        Optional<EntryDraft> entry = reading.draft();
        if (sent.files().isEmpty() && sent.faults().isEmpty()) {
            reading.faults.add(AttachmentList.FIELD, request.texts().get("attachment.none"));
        }
        if (entry.isEmpty() || reading.faults.any()) {
            EntryFiles.chooseAgain(sent, reading.faults, request);
            return page(request, choices, shown, reading.faults);
        }
        EntryOutcome outcome = outcome(request, entry.get(), shown.draft(), false);
        if (outcome instanceof Done done) {
            files.attach(request, done.entry().id(), sent);
            return Reply.seeOther(Addresses.draft(request.client(), done.entry().id())
                    .at("attachments")
                    .toString());
        }
        EntryFiles.chooseAgain(sent, reading.faults, request);
        return refused(request, choices, shown, reading, outcome);
    }

    private Reply kept(Request request, EntryChoices choices, Shown before, boolean post) {
        EntryReading reading = new EntryReading(before.typed(), choices, today(), request.texts());
        SentFiles sent = files.sent(request);
        EntryFiles.tell(sent, reading.faults, request);
        Optional<EntryDraft> entry = reading.draft();
        if (entry.isEmpty() || reading.faults.any()) {
            EntryFiles.chooseAgain(sent, reading.faults, request);
            return page(request, choices, before, reading.faults);
        }
        Shown shown = before;
        if (!sent.files().isEmpty()) {
            EntryOutcome written = outcome(request, entry.get(), before.draft(), false);
            if (!(written instanceof Done done)) {
                EntryFiles.chooseAgain(sent, reading.faults, request);
                return refused(request, choices, before, reading, written);
            }
            files.attach(request, done.entry().id(), sent);
            shown = new Shown(
                    before.status(), before.typed(), Optional.of(done.entry().id()), 0);
        }
        EntryOutcome outcome = outcome(request, entry.get(), shown.draft(), post);
        if (outcome instanceof Done done) {
            return Reply.seeOther(
                    done.entry().isDraft()
                            ? Addresses.drafts(request.client())
                                    .at("draft-" + done.entry().id())
                                    .toString()
                            : Addresses.journalEntry(
                                            request.client(), done.entry().id())
                                    .toString());
        }
        return refused(request, choices, shown, reading, outcome);
    }

    private Reply refused(
            Request request, EntryChoices choices, Shown shown, EntryReading reading, EntryOutcome outcome) {
        if (outcome instanceof Missing) {
            throw Problem.notFound();
        }
        if (outcome instanceof Refused refused) {
            reading.faults.add("", FaultPlaces.text(refused, request.texts()));
            return page(request, choices, new Shown(CONFLICT, shown.typed(), shown.draft(), 0), reading.faults);
        }
        if (outcome instanceof Faulty faulty) {
            FaultPlaces.add(faulty.faults(), reading, request.texts());
        }
        return page(request, choices, shown, reading.faults);
    }

    /** A draft that is posted is first kept as it stands in the form, so that nothing is lost where it is refused. */
    private EntryOutcome outcome(Request request, EntryDraft entry, Optional<Long> draft, boolean post) {
        Actor actor = Actor.of(request.caller());
        if (draft.isEmpty()) {
            return post
                    ? postEntry.run(request.client(), actor, entry)
                    : keepDrafts.create(request.client(), actor, entry);
        }
        EntryOutcome changed = keepDrafts.change(request.client(), actor, draft.get(), entry);
        return post && changed instanceof Done ? postEntry.draft(request.client(), actor, draft.get()) : changed;
    }

    private Reply shown(Request request, EntryChoices choices, Shown shown) {
        EntryReading reading = new EntryReading(shown.typed(), choices, today(), request.texts());
        EntryFiles.chooseAgain(files.sent(request), reading.faults, request);
        return page(request, choices, shown, reading.faults);
    }

    private Reply page(Request request, EntryChoices choices, Shown shown, Faults faults) {
        EntryReading reading = new EntryReading(shown.typed(), choices, today(), request.texts());
        EntryFormView view = new EntryFormView(reading, faults, request);
        String title = request.texts().get(shown.draft().isPresent() ? "entry-form.editDraft" : "entry-form.title");
        return Reply.page(
                shown.status(),
                new View(
                        "entry/form.jte",
                        new EntryFormPage(
                                frames.frame(request, RailPage.JOURNAL, title, List.of(above(request))),
                                title,
                                request.client().toString(),
                                Addresses.NEW_ENTRY,
                                shown.draft().map(String::valueOf).orElse(""),
                                faults,
                                view.head(HeadField.DATE),
                                view.head(HeadField.DESCRIPTION),
                                view.documentType(),
                                view.document(),
                                view.documentOpen(),
                                view.lines(shown.focused()),
                                !shown.typed().isFull(),
                                view.sums(),
                                files.list(request, shown.draft(), faults),
                                EntryFormView.lists(choices, reading.day(today()), request.texts()))));
    }

    private static Link above(Request request) {
        return Link.to(
                request.texts().get(RailPage.JOURNAL.textKey()),
                RailPage.JOURNAL.of(request.client()).toString());
    }
}
