package no.avstemt.web.posting;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.posting.EditTerms;
import no.avstemt.application.posting.ShowTerms;
import no.avstemt.application.posting.TermsRefused;
import no.avstemt.application.posting.TermsStore.Stored;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.posting.PostingRule;
import no.avstemt.domain.posting.PostingRules;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.text.Texts;

/** {@code /api/v2/category-rules}, {@code /api/v2/posting-rules} and what was booked for want of better. */
public final class TermsApi {

    private static final String CATEGORIES = "/api/v2/category-rules";
    private static final String RULES = "/api/v2/posting-rules";
    private static final String CATEGORY_CONFLICT = "dates are booked by the rule; end it with valid_to instead";
    private static final Resource<Standard> STANDARD = Resource.<Standard>named("StandardPostingRule")
            .with("entry_type", Kind.text(40), standard -> standard.type().name())
            .with("topic", Kind.text(10), standard -> standard.type().topic().vippsName())
            .maybe(
                    "account_role",
                    Kind.text(40),
                    standard -> standard.rule().counterpart().map(Enum::name))
            .described("None for sales and refunds, which are booked as what was sold.")
            .maybe(
                    "tax_code",
                    Kind.text(10),
                    standard -> standard.rule().taxCode().map(TaxCode::code))
            .with("description", Kind.text(500), Standard::words);

    private final ShowTerms show;
    private final EditTerms edit;

    public TermsApi(ShowTerms show, EditTerms edit) {
        this.show = show;
        this.edit = edit;
    }

    private record Standard(EntryType type, PostingRule rule, String words) {}

    public List<Route> routes() {
        return Stream.of(categories(), changes(), rules(), ownRules())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> categories() {
        return List.of(
                Route.get(CATEGORIES)
                        .toReaders()
                        .ofClient()
                        .lists(TermsShapes.CATEGORY_RULE)
                        .says("What categories of sales and sale lines mean for account and tax code.")
                        .by(request -> Reply.json(Paged.of(request)
                                .envelope(show.categories(request.client()), TermsShapes.CATEGORY_RULE::json))),
                Route.get(CATEGORIES + "/unmapped")
                        .toReaders()
                        .ofClient()
                        .lists(TermsShapes.UNMAPPED)
                        .says("Categories sold under in the last year that no rule is for, largest amount first.")
                        .by(request -> Reply.json(Paged.of(request)
                                .envelope(show.unmapped(request.client()), TermsShapes.UNMAPPED::json))),
                Route.get(CATEGORIES + "/{id}")
                        .toReaders()
                        .ofClient()
                        .takes(Param.ID)
                        .gives(200, TermsShapes.CATEGORY_RULE)
                        .says("One rule for a category.")
                        .by(request -> Reply.json(category(request.client(), request.get(Param.ID)))));
    }

    private List<Route> changes() {
        return List.of(
                Route.post(CATEGORIES)
                        .toWriters()
                        .ofClient()
                        .body(TermsShapes.NEW_CATEGORY)
                        .gives(201, TermsShapes.CATEGORY_RULE)
                        .says("Says where a category is booked, from dates that are not booked yet.")
                        .by(this::addCategory),
                Route.put(CATEGORIES + "/{id}")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .body(TermsShapes.NEW_CATEGORY)
                        .gives(200, TermsShapes.CATEGORY_RULE)
                        .says("Changes a rule; what is booked stays as it is.")
                        .by(this::changeCategory),
                Route.delete(CATEGORIES + "/{id}")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .givesNothing()
                        .conflicts(CATEGORY_CONFLICT)
                        .says("Removes a rule that nothing is booked by.")
                        .by(request -> removed(() -> edit.removeCategory(
                                request.client(), Actor.of(request.caller()), request.get(Param.ID)))));
    }

    private List<Route> rules() {
        return List.of(
                Route.get(RULES)
                        .toReaders()
                        .ofClient()
                        .lists(TermsShapes.POSTING_RULE)
                        .says("Posting rules of the client account's own, which go before the standard ones.")
                        .by(request -> Reply.json(Paged.of(request)
                                .envelope(show.overrides(request.client()), TermsShapes.POSTING_RULE::json))),
                Route.get(RULES + "/standard")
                        .toReaders()
                        .ofClient()
                        .lists(STANDARD)
                        .says("The standard rules, in plain words.")
                        .by(request ->
                                Reply.json(Paged.of(request).envelope(standard(request.texts()), STANDARD::json))),
                Route.get(RULES + "/{id}")
                        .toReaders()
                        .ofClient()
                        .takes(Param.ID)
                        .gives(200, TermsShapes.POSTING_RULE)
                        .says("One posting rule.")
                        .by(request -> Reply.json(override(request.client(), request.get(Param.ID)))),
                Route.get("/api/v2/default-vat")
                        .toReaders()
                        .ofClient()
                        .lists(TermsShapes.ON_DEFAULT)
                        .says("How much of each month's turnover of the last year took default VAT.")
                        .by(request -> Reply.json(Paged.of(request)
                                .envelope(show.onDefault(request.client()), TermsShapes.ON_DEFAULT::json))));
    }

    private List<Route> ownRules() {
        return List.of(
                Route.post(RULES)
                        .toWriters()
                        .ofClient()
                        .body(TermsShapes.NEW_OVERRIDE)
                        .gives(201, TermsShapes.POSTING_RULE)
                        .says("Gives an entry type another counterpart, from ledger dates that are not booked yet.")
                        .by(this::addOverride),
                Route.put(RULES + "/{id}")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .body(TermsShapes.NEW_OVERRIDE)
                        .gives(200, TermsShapes.POSTING_RULE)
                        .says("Changes a posting rule; what is booked stays as it is.")
                        .by(this::changeOverride),
                Route.delete(RULES + "/{id}")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .givesNothing()
                        .conflicts(CATEGORY_CONFLICT)
                        .says("Removes a posting rule that nothing is booked by.")
                        .by(request -> removed(() -> edit.removeOverride(
                                request.client(), Actor.of(request.caller()), request.get(Param.ID)))));
    }

    private static List<Standard> standard(Texts texts) {
        return PostingWords.types().stream()
                .map(type -> new Standard(type, PostingRules.ruleFor(type), PostingWords.rule(type, texts)))
                .toList();
    }

    private Map<String, Object> category(ClientAccountId client, long id) {
        return TermsShapes.CATEGORY_RULE.json(found(show.categories(client), id));
    }

    private Map<String, Object> override(ClientAccountId client, long id) {
        return TermsShapes.POSTING_RULE.json(found(show.overrides(client), id));
    }

    private static <T> Stored<T> found(List<Stored<T>> rules, long id) {
        return rules.stream().filter(stored -> stored.id() == id).findFirst().orElseThrow(Problem::notFound);
    }

    private Reply addCategory(Request request) {
        long id = refusedAsProblem(
                () -> edit.add(request.client(), Actor.of(request.caller()), TermsShapes.category(request.body())));
        return Reply.created(category(request.client(), id));
    }

    private Reply changeCategory(Request request) {
        long id = request.get(Param.ID);
        known(refusedAsProblem(() ->
                edit.change(request.client(), Actor.of(request.caller()), id, TermsShapes.category(request.body()))));
        return Reply.json(category(request.client(), id));
    }

    private Reply addOverride(Request request) {
        long id = refusedAsProblem(
                () -> edit.add(request.client(), Actor.of(request.caller()), TermsShapes.override(request.body())));
        return Reply.created(override(request.client(), id));
    }

    private Reply changeOverride(Request request) {
        long id = request.get(Param.ID);
        known(refusedAsProblem(() ->
                edit.change(request.client(), Actor.of(request.caller()), id, TermsShapes.override(request.body()))));
        return Reply.json(override(request.client(), id));
    }

    private static Reply removed(Supplier<Boolean> remove) {
        known(refusedAsProblem(remove));
        return Reply.done();
    }

    private static void known(boolean found) {
        if (!found) {
            throw Problem.notFound();
        }
    }

    private static <T> T refusedAsProblem(Supplier<T> change) {
        try {
            return change.get();
        } catch (TermsRefused refused) {
            throw TermsShapes.problem(refused);
        }
    }
}
