package no.avstemt.web.entry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.application.journal.KeepTemplates;
import no.avstemt.application.journal.StoredTemplate;
import no.avstemt.application.journal.TemplateOutcome;
import no.avstemt.application.journal.TemplateOutcome.Done;
import no.avstemt.application.journal.TemplateOutcome.Missing;
import no.avstemt.application.journal.TemplateOutcome.NameTaken;
import no.avstemt.application.journal.TemplateStore.Found;
import no.avstemt.domain.journal.EntryTemplate;
import no.avstemt.web.entry.TemplatesPage.Row;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.JournalTab;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.page.Link;
import no.avstemt.web.text.Texts;

/** The entries of one client account that come again: they are used, renamed and deleted where they are listed. */
public final class TemplatePages {

    static final Param<String> NAME =
            Param.withDefault("template_name", ParamType.anyText(2_000), "").inForm();

    private static final int PER_PAGE = 50;
    private static final int UNPROCESSABLE = 422;
    private static final Param<Optional<String>> SEARCH = Param.optional("search", ParamType.anyText(200));

    private final KeepTemplates keepTemplates;
    private final ClientFrames frames;

    public TemplatePages(KeepTemplates keepTemplates, ClientFrames frames) {
        this.keepTemplates = keepTemplates;
        this.frames = frames;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(Addresses.TEMPLATES)
                        .toReaders()
                        .ofClient()
                        .takes(SEARCH, Paged.PAGE)
                        .answers(RouteDraft.HTML)
                        .says("The entries of one client account that come again.")
                        .by(this::show),
                Route.post(Addresses.TEMPLATES + "/{id}/rename")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID, NAME)
                        .answers(RouteDraft.HTML)
                        .says("Gives a template another name.")
                        .by(this::rename),
                Route.post(Addresses.TEMPLATES + "/{id}/delete")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .answers(RouteDraft.HTML)
                        .says("Deletes a template.")
                        .by(this::delete));
    }

    /** What is wrong with a name; empty when nothing is. */
    static Optional<String> fault(String name, Texts texts) {
        if (name.isBlank()) {
            return Optional.of(texts.get("entry-template.noName"));
        }
        return name.strip().length() > EntryTemplate.LONGEST_NAME
                ? Optional.of(texts.get("entry-form.tooLong", Integer.toString(EntryTemplate.LONGEST_NAME)))
                : Optional.empty();
    }

    private Reply rename(Request request) {
        Optional<String> fault = fault(request.get(NAME), request.texts());
        if (fault.isPresent()) {
            return refused(request, fault.get());
        }
        TemplateOutcome outcome = keepTemplates.rename(
                request.client(), Actor.of(request.caller()), request.get(Param.ID), request.get(NAME));
        if (outcome instanceof NameTaken taken) {
            return refused(request, request.texts().get("entry-template.nameTaken", taken.name()));
        }
        return done(request, outcome);
    }

    private Reply delete(Request request) {
        return done(request, keepTemplates.remove(request.client(), Actor.of(request.caller()), request.get(Param.ID)));
    }

    private static Reply done(Request request, TemplateOutcome outcome) {
        if (outcome instanceof Missing) {
            throw Problem.notFound();
        }
        if (!(outcome instanceof Done)) {
            throw new IllegalStateException("An outcome of another kind: " + outcome);
        }
        return Reply.seeOther(Addresses.templates(request.client()).toString());
    }

    /** The page with the one template whose name cannot be. */
    private Reply refused(Request request, String fault) {
        long id = request.get(Param.ID);
        StoredTemplate template = keepTemplates.find(request.client(), id).orElseThrow(Problem::notFound);
        Faults faults = Faults.none();
        faults.add(renameId(id), fault);
        Row row = row(request, template, request.get(NAME), faults);
        return page(request, UNPROCESSABLE, "", faults, List.of(row), new Paged(1, PER_PAGE), 1);
    }

    private Reply show(Request request) {
        Paged paged = new Paged(request.get(Paged.PAGE), PER_PAGE);
        Optional<String> search = request.get(SEARCH).map(String::strip).filter(text -> !text.isEmpty());
        Found found = keepTemplates.page(request.client(), search, paged.offset(), PER_PAGE);
        List<Row> rows = found.page().stream()
                .map(template -> row(request, template, template.name(), Faults.none()))
                .toList();
        return page(request, 200, search.orElse(""), Faults.none(), rows, paged, found.records());
    }

    private Reply page(
            Request request, int status, String search, Faults faults, List<Row> rows, Paged paged, long records) {
        Texts texts = request.texts();
        String title = texts.get("entry-template.title");
        return Reply.page(
                status,
                new View(
                        "entry/templates.jte",
                        new TemplatesPage(
                                frames.frame(request, RailPage.JOURNAL, title, List.of(above(request))),
                                title,
                                request.client().toString(),
                                WrittenPages.newHref(request),
                                JournalTab.TEMPLATES.links(request),
                                Addresses.TEMPLATES,
                                search,
                                faults,
                                count(request, records),
                                rows,
                                texts.get(search.isEmpty() ? "entry-template.none" : "entry-template.noneFound"),
                                paged.page() > 1 ? address(request, search, paged.page() - 1) : "",
                                paged.page() < paged.pages(records)
                                        ? address(request, search, paged.page() + 1)
                                        : "")));
    }

    private static String count(Request request, long records) {
        return records == 1
                ? request.texts().get("entry-template.countOne")
                : request.texts().get("entry-template.count", request.formats().count(records));
    }

    private static Link above(Request request) {
        return Link.to(
                request.texts().get(RailPage.JOURNAL.textKey()),
                Addresses.journal(request.client()).toString());
    }

    private static String address(Request request, String search, long page) {
        Address address = Addresses.templates(request.client());
        return (search.isEmpty() ? address : address.with(SEARCH.name(), search))
                .with(Paged.PAGE.name(), page)
                .toString();
    }

    private static String renameId(long id) {
        return "rename-" + id;
    }

    private static Row row(Request request, StoredTemplate template, String typed, Faults faults) {
        boolean mayWrite = request.caller().mayWrite();
        long id = template.id();
        String accounts = template.lines().stream()
                .flatMap(line -> line.account().stream())
                .map(account -> account.code().digits())
                .distinct()
                .collect(Collectors.joining(", "));
        long debit = template.lines().stream()
                .mapToLong(FullEntry.Line::amount)
                .filter(amount -> amount > 0)
                .reduce(0, Math::addExact);
        return new Row(
                "template-" + id,
                template.name(),
                mayWrite ? Addresses.ofTemplate(request.client(), id).toString() : "",
                template.description(),
                accounts,
                request.formats().amount(debit),
                template.creator(),
                mayWrite ? Addresses.TEMPLATES + "/" + id : "",
                Field.text(renameId(id), request.texts().get("entry-template.name"), typed, faults),
                faults.any());
    }
}
