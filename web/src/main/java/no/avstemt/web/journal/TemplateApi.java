package no.avstemt.web.journal;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.journal.KeepTemplates;
import no.avstemt.application.journal.ReadDimensions;
import no.avstemt.application.journal.StoredTemplate;
import no.avstemt.application.journal.TemplateOutcome;
import no.avstemt.application.journal.TemplateOutcome.Done;
import no.avstemt.application.journal.TemplateOutcome.Faulty;
import no.avstemt.application.journal.TemplateOutcome.Missing;
import no.avstemt.application.journal.TemplateOutcome.NameTaken;
import no.avstemt.application.journal.TemplateStore.Found;
import no.avstemt.domain.journal.EntryTemplate;
import no.avstemt.web.api.BadBody;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;

/** {@code /api/v2/entry-templates}: entries that come again, by name. */
public final class TemplateApi {

    private static final String PATH = "/api/v2/entry-templates";

    private static final Field<String> NAME = Field.required("name", Kind.text(EntryTemplate.LONGEST_NAME));
    private static final Field<Optional<Long>> ENTRY = Field.optional("journal_entry_id", Kind.id())
            .describedAs("A draft or posted entry whose description and lines it takes; without it they are given.");
    private static final Shape NEW = Shape.of("NewEntryTemplate", NAME, ENTRY, EntryBody.TEXT, EntryBody.LINES);
    private static final Shape CHANGED = Shape.of("WrittenEntryTemplate", NAME, EntryBody.TEXT, EntryBody.LINES);

    private static final Resource<StoredTemplate> TEMPLATE = Resource.<StoredTemplate>named("EntryTemplate")
            .with("id", Kind.id(), StoredTemplate::id)
            .with("name", Kind.text(EntryTemplate.LONGEST_NAME), StoredTemplate::name)
            .with("description", Kind.textOrEmpty(500), StoredTemplate::description)
            .with("created_by", Kind.text(200), StoredTemplate::creator)
            .with("created_at", Kind.moment(), StoredTemplate::createdAt)
            .each("lines", EntryResource.LINE, StoredTemplate::lines);

    private final KeepTemplates keepTemplates;
    private final ReadDimensions readDimensions;

    public TemplateApi(KeepTemplates keepTemplates, ReadDimensions readDimensions) {
        this.keepTemplates = keepTemplates;
        this.readDimensions = readDimensions;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH)
                        .toReaders()
                        .ofClient()
                        .takes(Paged.SEARCH)
                        .lists(TEMPLATE)
                        .says("Entries that come again, by name.")
                        .by(this::list),
                Route.get(PATH + "/{id}")
                        .toReaders()
                        .ofClient()
                        .takes(Param.ID)
                        .gives(200, TEMPLATE)
                        .says("One template with its lines.")
                        .by(this::one),
                Route.post(PATH)
                        .toWriters()
                        .ofClient()
                        .body(NEW)
                        .gives(201, TEMPLATE)
                        .conflicts("the name is taken")
                        .says(
                                "Adds a template: of an entry, or of what is given. It is used by writing an entry with its lines.")
                        .by(this::add),
                Route.put(PATH + "/{id}")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .body(CHANGED)
                        .gives(200, TEMPLATE)
                        .conflicts("the name is taken")
                        .says("Changes a template; entries that were made of it stay as they are.")
                        .by(this::change),
                Route.delete(PATH + "/{id}")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .givesNothing()
                        .says("Deletes a template; entries that were made of it stay as they are.")
                        .by(this::remove));
    }

    private Reply list(Request request) {
        Paged paged = Paged.of(request);
        Found found = keepTemplates.page(
                request.client(), request.get(Paged.SEARCH), paged.offset(), Math.toIntExact(paged.perPage()));
        return Reply.json(paged.envelope(found.records(), found.page(), TEMPLATE::json));
    }

    private Reply one(Request request) {
        return Reply.json(TEMPLATE.json(
                keepTemplates.find(request.client(), request.get(Param.ID)).orElseThrow(Problem::notFound)));
    }

    private Reply add(Request request) {
        Body body = request.body();
        Actor actor = Actor.of(request.caller());
        Optional<Long> entry = body.get(ENTRY);
        boolean given = body.get(EntryBody.TEXT).isPresent()
                || !body.get(EntryBody.LINES).isEmpty();
        if (entry.isPresent() && given) {
            throw Problem.badRequest("entry-template.both");
        }
        TemplateOutcome outcome = entry.isPresent()
                ? keepTemplates.addOf(request.client(), actor, name(body), entry.get())
                : keepTemplates.add(request.client(), actor, template(request));
        return Reply.created(TEMPLATE.json(done(outcome)));
    }

    private Reply change(Request request) {
        return Reply.json(TEMPLATE.json(done(keepTemplates.change(
                request.client(), Actor.of(request.caller()), request.get(Param.ID), template(request)))));
    }

    private Reply remove(Request request) {
        done(keepTemplates.remove(request.client(), Actor.of(request.caller()), request.get(Param.ID)));
        return Reply.done();
    }

    private EntryTemplate template(Request request) {
        Body body = request.body();
        try {
            return new EntryTemplate(
                    name(body),
                    body.get(EntryBody.TEXT).orElse(""),
                    EntryFromBody.lines(body, readDimensions.run(request.client(), EntryBody.idsOfLines(body))));
        } catch (BadBody e) {
            throw Problem.faulty(e.faults());
        }
    }

    private static String name(Body body) {
        String name = body.get(NAME).strip();
        if (name.isEmpty()) {
            throw Problem.badRequest("entry-template.noName");
        }
        return name;
    }

    private static StoredTemplate done(TemplateOutcome outcome) {
        if (outcome instanceof Done done) {
            return done.template();
        }
        if (outcome instanceof Faulty faulty) {
            throw EntryFaultTexts.problem(faulty.faults());
        }
        if (outcome instanceof NameTaken taken) {
            throw Problem.conflict("entry-template.nameTaken", taken.name());
        }
        if (outcome instanceof Missing) {
            throw Problem.notFound();
        }
        throw new IllegalStateException("An outcome of another kind: " + outcome);
    }
}
