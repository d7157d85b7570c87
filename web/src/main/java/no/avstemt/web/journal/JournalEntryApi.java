package no.avstemt.web.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.currency.ReadRates;
import no.avstemt.application.journal.CancelEntry;
import no.avstemt.application.journal.EntryLists.Found;
import no.avstemt.application.journal.EntryLists.RelationType;
import no.avstemt.application.journal.EntryLists.Search;
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
import no.avstemt.application.journal.ReadDimensions;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.journal.LinesWithoutRate;
import no.avstemt.domain.time.Period;
import no.avstemt.web.api.BadBody;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;

/** {@code /api/v2/journal-entries}: drafts are changed and deleted; what is posted is only cancelled. */
public final class JournalEntryApi {

    private static final String PATH = "/api/v2/journal-entries";

    private static final Param<Optional<LocalDate>> FROM = Param.optional("date_from", ParamType.date());
    private static final Param<Optional<LocalDate>> TO = Param.optional("date_to", ParamType.date());
    private static final Param<Optional<DimensionType>> RELATION_TYPE =
            Param.optional("relation_type", ParamType.choice(EntryBody.TYPES));
    private static final Param<Optional<Long>> RELATION_ID =
            Param.optional("relation_id", ParamType.number(1, 999_999_999_999_999_999L));
    private static final Param<Optional<Boolean>> DRAFTS = Param.optional("is_draft", ParamType.flag());

    private static final Param<Optional<String>> FREE_TEXT = Param.optional("free_text", ParamType.text(200))
            .describedAs(
                    "A part of a description, of the document's number or payment reference, or of a partner's name; or"
                            + " the number of the entry.");
    private static final Param<Optional<String>> ACCOUNT_CODE =
            Param.optional("account_code", ParamType.text(20)).describedAs("Of at least one line.");

    private static final Param<Optional<String>> HELD_REASON = Param.optional("held_reason", ParamType.text(500));

    private static final Field<String> REASON = Field.required("reason", Kind.text(500));
    private static final Shape CANCELLING = Shape.of("CancelledJournalEntry", REASON);

    private final ListJournal listJournal;
    private final KeepDrafts keepDrafts;
    private final PostEntry postEntry;
    private final CancelEntry cancelEntry;
    private final ReadDimensions readDimensions;
    private final ReadRates readRates;

    public JournalEntryApi(
            ListJournal listJournal,
            KeepDrafts keepDrafts,
            PostEntry postEntry,
            CancelEntry cancelEntry,
            ReadDimensions readDimensions,
            ReadRates readRates) {
        this.listJournal = listJournal;
        this.keepDrafts = keepDrafts;
        this.postEntry = postEntry;
        this.cancelEntry = cancelEntry;
        this.readDimensions = readDimensions;
        this.readRates = readRates;
    }

    public List<Route> routes() {
        return Stream.of(reading(), writing(), posting()).flatMap(List::stream).toList();
    }

    private List<Route> reading() {
        return List.of(
                Route.get(PATH)
                        .toReaders()
                        .ofClient()
                        .takes(FROM, TO, RELATION_TYPE, RELATION_ID, DRAFTS, FREE_TEXT, ACCOUNT_CODE)
                        .lists(EntryResource.ENTRY)
                        .says("Posted entries by date and in the order they were posted, then drafts by date.")
                        .by(this::list),
                Route.get(PATH + "/{id}")
                        .toReaders()
                        .ofClient()
                        .takes(Param.ID)
                        .gives(200, EntryResource.ENTRY)
                        .says("One entry with its lines.")
                        .by(this::one));
    }

    private List<Route> writing() {
        return List.of(
                Route.post(PATH)
                        .toWriters()
                        .ofClient()
                        .body(EntryBody.NEW_ENTRY)
                        .gives(201, EntryResource.ENTRY)
                        .conflicts("its month is closed, or held and no reason is given")
                        .says(
                                "Posts an entry, or keeps it as a draft. Everything that is wrong with it is told at once.")
                        .by(this::create),
                Route.put(PATH + "/{id}")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .body(EntryBody.ENTRY)
                        .gives(200, EntryResource.ENTRY)
                        .conflicts("the entry is posted")
                        .says("Changes a draft.")
                        .by(this::change),
                Route.delete(PATH + "/{id}")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .givesNothing()
                        .conflicts("the entry is posted")
                        .says("Deletes a draft.")
                        .by(this::delete));
    }

    private List<Route> posting() {
        return List.of(
                Route.post(PATH + "/{id}/post")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID, HELD_REASON)
                        .gives(200, EntryResource.ENTRY)
                        .conflicts("the entry is posted already, or its month is closed")
                        .says("Posts a draft, which keeps its id.")
                        .by(this::post),
                Route.post(PATH + "/{id}/cancel")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .body(CANCELLING)
                        .gives(201, EntryResource.ENTRY)
                        .conflicts(
                                "the entry is a draft, is cancelled already, cancels another or is booked from Vipps")
                        .says("Cancels a posted entry by a reversal, which is what is answered.")
                        .by(this::cancel));
    }

    private Reply list(Request request) {
        Paged paged = Paged.of(request);
        Wanted wanted = wanted(request);
        boolean noSuchAccount = request.get(ACCOUNT_CODE)
                .filter(code -> !AccountCode.isCode(code))
                .isPresent();
        Found found = noSuchAccount
                ? new Found(0, List.of())
                : listJournal.run(request.client(), wanted, paged.offset(), Math.toIntExact(paged.perPage()));
        return Reply.json(paged.envelope(found.records(), found.page(), EntryResource.ENTRY::json));
    }

    private static Wanted wanted(Request request) {
        LocalDate from = request.get(FROM).orElse(Period.EVER.first());
        LocalDate to = request.get(TO).orElse(Period.EVER.last());
        if (to.isBefore(from)) {
            throw Problem.badRequest("error.dateOrder", FROM.name(), TO.name());
        }
        Optional<Long> id = request.get(RELATION_ID);
        Optional<DimensionType> type = request.get(RELATION_TYPE);
        if (id.isPresent() && type.isEmpty()) {
            throw Problem.badRequest("entry-body.relationParams");
        }
        Search search = new Search(
                request.get(FREE_TEXT),
                request.get(ACCOUNT_CODE).filter(AccountCode::isCode).map(AccountCode::new),
                Optional.empty(),
                Set.of());
        return new Wanted(
                new Period(from, to), type.map(given -> new RelationType(given, id)), request.get(DRAFTS), search);
    }

    private Reply one(Request request) {
        FullEntry entry =
                listJournal.one(request.client(), request.get(Param.ID)).orElseThrow(() -> unknown(request));
        return Reply.json(EntryResource.ENTRY.json(entry));
    }

    private Reply create(Request request) {
        EntryDraft entry = entry(request);
        Actor actor = Actor.of(request.caller());
        EntryOutcome outcome = request.body().get(EntryBody.IS_DRAFT)
                ? keepDrafts.create(request.client(), actor, entry)
                : postEntry.run(request.client(), actor, entry, request.body().get(EntryBody.HELD_REASON));
        return Reply.created(json(request, outcome));
    }

    private Reply change(Request request) {
        return Reply.json(json(
                request,
                keepDrafts.change(
                        request.client(), Actor.of(request.caller()), request.get(Param.ID), entry(request))));
    }

    private Reply delete(Request request) {
        done(request, keepDrafts.delete(request.client(), Actor.of(request.caller()), request.get(Param.ID)));
        return Reply.done();
    }

    private Reply post(Request request) {
        return Reply.json(json(
                request,
                postEntry.draft(
                        request.client(),
                        Actor.of(request.caller()),
                        request.get(Param.ID),
                        request.get(HELD_REASON))));
    }

    private Reply cancel(Request request) {
        String reason = request.body().get(REASON);
        return Reply.created(json(
                request, cancelEntry.run(request.client(), Actor.of(request.caller()), request.get(Param.ID), reason)));
    }

    private EntryDraft entry(Request request) {
        Body body = request.body();
        try {
            EntryDraft entry = EntryFromBody.entry(body, readDimensions.run(request.client(), EntryBody.ids(body)));
            return LinesWithoutRate.valued(entry, currency -> readRates.run(request.client(), currency));
        } catch (BadBody e) {
            throw Problem.faulty(e.faults());
        }
    }

    private static Map<String, Object> json(Request request, EntryOutcome outcome) {
        return EntryResource.ENTRY.json(done(request, outcome));
    }

    /** By the id in the path. */
    private static Problem unknown(Request request) {
        return Problem.noSuchEntry(request.client(), request.get(Param.ID));
    }

    private static FullEntry done(Request request, EntryOutcome outcome) {
        if (outcome instanceof Done done) {
            return done.entry();
        }
        if (outcome instanceof Faulty faulty) {
            throw EntryFaultTexts.problem(faulty.faults());
        }
        if (outcome instanceof Refused refused) {
            throw EntryFaultTexts.conflict(refused);
        }
        if (outcome instanceof Missing) {
            throw unknown(request);
        }
        throw new IllegalStateException("An outcome of another kind: " + outcome);
    }
}
