package no.avstemt.web.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.journal.EntryChoices;
import no.avstemt.application.journal.EntryOutcome;
import no.avstemt.application.journal.EntryOutcome.Faulty;
import no.avstemt.application.journal.EntryOutcome.Missing;
import no.avstemt.application.journal.EntryOutcome.Refused;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.application.journal.KeepTemplates;
import no.avstemt.application.journal.ListJournal;
import no.avstemt.application.journal.ReadEntryChoices;
import no.avstemt.application.journal.StoredTemplate;
import no.avstemt.application.journal.TemplateOutcome;
import no.avstemt.application.once.AnswerStore.StillAnswering;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.journal.EntryTemplate;
import no.avstemt.domain.time.Oslo;
import no.avstemt.web.file.AttachmentList;
import no.avstemt.web.file.SentFiles;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
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
    private static final Param<Optional<Long>> TEMPLATE = Param.optional("template", ID);
    private static final Param<Optional<Long>> KEPT = DRAFT.inForm();
    private static final Param<String> WISH =
            Param.withDefault("do", ParamType.text(30), "compute").inForm();
    private static final String REMOVE = "remove-";

    private final ReadEntryChoices readChoices;
    private final ListJournal listJournal;
    private final KeepForm keepForm;
    private final KeepTemplates keepTemplates;
    private final ClientFrames frames;
    private final Clock clock;

    public EntryFormPages(
            ReadEntryChoices readChoices,
            ListJournal listJournal,
            KeepForm keepForm,
            KeepTemplates keepTemplates,
            ClientFrames frames,
            Clock clock) {
        this.readChoices = readChoices;
        this.listJournal = listJournal;
        this.keepForm = keepForm;
        this.keepTemplates = keepTemplates;
        this.frames = frames;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(Addresses.NEW_ENTRY)
                        .toWriters()
                        .ofClient()
                        .takes(COPY, DRAFT, TEMPLATE)
                        .answers(RouteDraft.HTML)
                        .says("A form for a journal entry: empty, a copy of an earlier one, of a template, or a draft.")
                        .by(this::show),
                Route.post(Addresses.NEW_ENTRY)
                        .toWriters()
                        .ofClient()
                        .takes(WISH, KEPT, SentOnce.TOKEN, TemplatePages.NAME)
                        .takes(TypedEntry.params())
                        .files(AttachmentList.FIELD, keepForm.files().most())
                        .answers(RouteDraft.HTML)
                        .says("Computes, keeps as a draft or posts what the form holds.")
                        .by(this::take));
    }

    private Reply show(Request request) {
        EntryChoices choices = readChoices.run(request.client());
        EntryFill fill = new EntryFill(choices, request.language().tag(), request.formats());
        Optional<Long> draft = request.get(DRAFT);
        Optional<Long> earlier = request.get(COPY);
        Optional<Long> template = request.get(TEMPLATE);
        TypedEntry typed;
        if (draft.isPresent()) {
            FullEntry kept = entry(request, draft.get());
            if (!kept.isDraft()) {
                return Reply.seeOther(posted(request, kept.id()));
            }
            typed = fill.draft(kept.draft());
        } else if (earlier.isPresent()) {
            typed = fill.copy(entry(request, earlier.get()).draft(), today());
        } else if (template.isPresent()) {
            StoredTemplate again =
                    keepTemplates.find(request.client(), template.get()).orElseThrow(Problem::notFound);
            typed = fill.copy(again.template().on(today()), today());
        } else {
            typed = EntryFill.empty(today());
        }
        return page(request, choices, ShownForm.of(typed, draft, keepForm.newToken()), Faults.none());
    }

    private FullEntry entry(Request request, long id) {
        return listJournal.one(request.client(), id).orElseThrow(Problem::notFound);
    }

    private static String posted(Request request, long id) {
        return Addresses.journalEntry(request.client(), id).toString();
    }

    private LocalDate today() {
        return Oslo.today(clock);
    }

    private Reply take(Request request) {
        EntryChoices choices = readChoices.run(request.client());
        TypedEntry typed = TypedEntry.of(request);
        String sent = request.get(SentOnce.TOKEN);
        ShownForm shown = ShownForm.of(typed, request.get(KEPT), sent.isEmpty() ? keepForm.newToken() : sent);
        String wish = request.get(WISH);
        if (wish.equals("add")) {
            return shown(request, choices, shown.holding(typed.withOneMore()).focusedOnLast());
        }
        if (wish.startsWith(REMOVE)) {
            TypedEntry fewer = typed.without(number(wish.substring(REMOVE.length())));
            return shown(request, choices, shown.holding(fewer).focusedOnLast());
        }
        if (wish.equals("template")) {
            return asTemplate(request, choices, shown);
        }
        Optional<KeepForm.Wish> kept = KeepForm.Wish.of(wish);
        if (kept.isPresent()) {
            return kept(request, choices, shown.refused(UNPROCESSABLE), kept.get());
        }
        keepForm.files().detached(request, wish);
        return shown(request, choices, shown);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    private Reply kept(Request request, EntryChoices choices, ShownForm shown, KeepForm.Wish wish) {
        EntryReading reading = new EntryReading(shown.typed(), choices, today(), request.texts());
        SentFiles files = keepForm.files().sent(request, reading.faults);
        if (wish == KeepForm.Wish.ATTACH
                && files.files().isEmpty()
                && files.faults().isEmpty()) {
            reading.faults.add(AttachmentList.FIELD, request.texts().get("attachment.none"));
        }
        Optional<EntryDraft> entry = reading.draft();
        if (entry.isEmpty() || reading.faults.any()) {
            FaultPlaces.addRest(
                    keepForm.faults(request, reading.readable(), reading.heldReason(), wish),
                    reading,
                    FaultWords.of(request));
            EntryFiles.chooseAgain(files, reading.faults, request);
            return page(request, choices, shown, reading.faults);
        }
        try {
            KeepForm.Kept kept = keepForm.run(request, shown, entry.get(), reading.heldReason(), files, wish);
            if (kept.sent().ofOther()) {
                return again(request, choices, shown, kept.sent().location().orElse(Addresses.JOURNAL));
            }
            return kept.sent()
                    .location()
                    .map(Reply::seeOther)
                    .orElseGet(() -> refused(request, choices, shown.on(kept.draft()), reading, kept.refusal()));
        } catch (StillAnswering e) {
            reading.faults.add("", request.texts().get("entry-form.busy"));
            return page(request, choices, shown.refused(CONFLICT), reading.faults);
        }
    }

    /** The form was sent before and has been changed since: that may be meant, so it can be sent once more. */
    private Reply again(Request request, EntryChoices choices, ShownForm shown, String before) {
        Faults faults = Faults.none();
        faults.add("", request.texts().get("entry-form.sentBefore"));
        Link notice = Link.to(request.texts().get("entry-form.seeBefore"), before);
        return page(request, choices, shown.refused(CONFLICT).with(keepForm.newToken(), notice), faults);
    }

    private Reply refused(
            Request request, EntryChoices choices, ShownForm shown, EntryReading reading, EntryOutcome outcome) {
        if (outcome instanceof Missing) {
            throw Problem.notFound();
        }
        if (outcome instanceof Refused refused) {
            reading.faults.add("", FaultPlaces.text(refused, request.texts()));
            return page(request, choices, shown.refused(CONFLICT), reading.faults);
        }
        if (outcome instanceof Faulty faulty) {
            FaultPlaces.add(faulty.faults(), reading, FaultWords.of(request));
        }
        return page(request, choices, shown, reading.faults);
    }

    /** The form stays as it is, so that writing can go on. */
    private Reply asTemplate(Request request, EntryChoices choices, ShownForm shown) {
        EntryReading reading = new EntryReading(shown.typed(), choices, today(), request.texts());
        TemplatePages.fault(request.get(TemplatePages.NAME), request.texts())
                .ifPresent(fault -> reading.faults.add(TemplatePages.NAME.name(), fault));
        Optional<EntryDraft> entry = reading.draft();
        if (entry.isEmpty()) {
            return page(request, choices, shown.refused(UNPROCESSABLE), reading.faults);
        }
        EntryTemplate template = EntryTemplate.of(request.get(TemplatePages.NAME), entry.get());
        TemplateOutcome outcome = keepTemplates.add(request.client(), Actor.of(request.caller()), template);
        if (outcome instanceof TemplateOutcome.Done) {
            Link notice = Link.to(
                    request.texts().get("entry-template.kept", template.name()),
                    Addresses.templates(request.client()).toString());
            return page(request, choices, shown.with(shown.token(), notice), Faults.none());
        }
        if (outcome instanceof TemplateOutcome.NameTaken taken) {
            reading.faults.add(
                    TemplatePages.NAME.name(), request.texts().get("entry-template.nameTaken", taken.name()));
        }
        if (outcome instanceof TemplateOutcome.Faulty faulty) {
            FaultPlaces.add(faulty.faults(), reading, FaultWords.of(request));
        }
        return page(request, choices, shown.refused(UNPROCESSABLE), reading.faults);
    }

    private Reply shown(Request request, EntryChoices choices, ShownForm shown) {
        EntryReading reading = new EntryReading(shown.typed(), choices, today(), request.texts());
        EntryFiles.chooseAgain(keepForm.files().sent(request, Faults.none()), reading.faults, request);
        return page(request, choices, shown, reading.faults);
    }

    private Reply page(Request request, EntryChoices choices, ShownForm shown, Faults faults) {
        AttachmentList attachments = keepForm.files().list(request, shown.draft(), faults);
        return shown.page(request, choices, faults, attachments, frames, today());
    }
}
