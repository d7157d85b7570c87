package no.avstemt.web.posting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.posting.EditTerms;
import no.avstemt.application.posting.ShowTerms;
import no.avstemt.application.posting.ShowTerms.Shown;
import no.avstemt.application.posting.TermsRefused;
import no.avstemt.application.posting.TermsStore.MonthOnDefault;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.posting.RuleOverride;
import no.avstemt.domain.time.Oslo;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Faults;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** How a client account is booked, and forms for rules of its own. */
public final class PostingRulesPages {

    private static final String PATH = "/posting-rules";

    private final ShowTerms show;
    private final EditTerms edit;
    private final ClientFrames frames;
    private final Clock clock;

    public PostingRulesPages(ShowTerms show, EditTerms edit, ClientFrames frames, Clock clock) {
        this.show = show;
        this.edit = edit;
        this.frames = frames;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH)
                        .toReaders()
                        .ofClient()
                        .answers(RouteDraft.HTML)
                        .says("How a client account is booked: default VAT, categories and posting rules.")
                        .by(request -> page(request, 200, category(), rule(), Faults.none())),
                Route.post(PATH + "/categories")
                        .toWriters()
                        .ofClient()
                        .takes(TermsForm.params(TermsForm.OF_CATEGORY))
                        .answers(RouteDraft.HTML)
                        .says("Says where a category is booked.")
                        .by(this::addCategory),
                Route.post(PATH + "/rules")
                        .toWriters()
                        .ofClient()
                        .takes(TermsForm.params(TermsForm.OF_RULE))
                        .answers(RouteDraft.HTML)
                        .says("Gives an entry type another counterpart.")
                        .by(this::addRule),
                Route.post(PATH + "/categories/{id}/remove")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .answers(RouteDraft.HTML)
                        .says("Removes a rule for a category that nothing is booked by.")
                        .by(request -> remove(
                                request,
                                () -> edit.removeCategory(
                                        request.client(), Actor.of(request.caller()), request.get(Param.ID)))),
                Route.post(PATH + "/rules/{id}/remove")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .answers(RouteDraft.HTML)
                        .says("Removes a posting rule that nothing is booked by.")
                        .by(request -> remove(
                                request,
                                () -> edit.removeOverride(
                                        request.client(), Actor.of(request.caller()), request.get(Param.ID)))));
    }

    private TermsForm category() {
        return TermsForm.empty(TermsForm.OF_CATEGORY, Oslo.today(clock));
    }

    private TermsForm rule() {
        return TermsForm.empty(TermsForm.OF_RULE, Oslo.today(clock));
    }

    private Reply addCategory(Request request) {
        TermsForm form = TermsForm.of(request, TermsForm.OF_CATEGORY);
        Faults faults = form.faults(request.texts());
        if (!faults.any()) {
            tried(request, form, faults, () -> edit.add(request.client(), Actor.of(request.caller()), form.category()));
        }
        return faults.any() ? page(request, 422, form, rule(), faults) : back(request);
    }

    private Reply addRule(Request request) {
        TermsForm form = TermsForm.of(request, TermsForm.OF_RULE);
        Faults faults = form.faults(request.texts());
        if (!faults.any()) {
            tried(request, form, faults, () -> edit.add(request.client(), Actor.of(request.caller()), form.override()));
        }
        return faults.any() ? page(request, 422, category(), form, faults) : back(request);
    }

    private static void tried(Request request, TermsForm form, Faults faults, Runnable change) {
        try {
            change.run();
        } catch (TermsRefused refused) {
            String field = switch (refused.reason()) {
                case NO_UNIT -> "unit";
                case DATES -> "to";
                case TAX_CODE, TAX_IN_RULE, TAX_OF_PURCHASE, TAX_NOT_VALID, TAX_NEEDS_REGISTRATION -> "tax";
                case IN_USE, DOUBLED -> "from";
                case NO_ACCOUNT, CLOSED_ACCOUNT, RELATION, FIXED, UNDOES, RESULT_ACCOUNT -> "account";
            };
            faults.add(form.prefix() + field, words(refused, request));
        }
    }

    private Reply remove(Request request, Supplier<Boolean> removing) {
        try {
            if (!removing.get()) {
                throw Problem.notFound();
            }
            return back(request);
        } catch (TermsRefused refused) {
            Faults faults = Faults.none();
            faults.add("", words(refused, request));
            return page(request, 409, category(), rule(), faults);
        }
    }

    private static String words(TermsRefused refused, Request request) {
        return request.texts().get(refused.reason().textKey(), refused.facts().toArray(String[]::new));
    }

    private static Reply back(Request request) {
        return Reply.seeOther(Addresses.postingRules(request.client()).toString());
    }

    private Reply page(Request request, int status, TermsForm category, TermsForm rule, Faults faults) {
        Shown shown = show.run(request.client());
        Texts texts = request.texts();
        PostingRulesPage page = new PostingRulesPage(
                frames.frame(request, RailPage.POSTING_RULES),
                request.client().toString(),
                Addresses.openingBalances(request.client()).toString(),
                Addresses.exchangeRates(request.client()).toString(),
                onDefault(shown.months(), request),
                shown.months().stream()
                        .sorted(Comparator.comparing(MonthOnDefault::month).reversed())
                        .map(month -> month(month, request.formats()))
                        .toList(),
                categories(shown, request),
                unmapped(shown, request.formats()),
                standard(texts),
                own(shown, request),
                request.caller().mayWrite(),
                faults,
                Addresses.postingRules(request.client(), "categories").path(),
                Addresses.postingRules(request.client(), "rules").path(),
                category.fields(texts, faults),
                rule.fields(texts, faults),
                rule.typeChoice(texts),
                category.taxChoice(texts),
                rule.taxChoice(texts));
        return Reply.page(status, new View("posting/rules.jte", page));
    }

    private static List<PostingRulesPage.Rule> categories(Shown shown, Request request) {
        return shown.categories().stream()
                .map(stored -> new PostingRulesPage.Rule(
                        stored.rule().category(),
                        stored.rule().unit().orElse(""),
                        account(shown, stored.rule().account(), request.texts()),
                        stored.rule().taxCode().map(TaxCode::code).orElse(""),
                        dates(stored.rule().from(), stored.rule().to(), request),
                        remove(request, "categories", stored.id())))
                .toList();
    }

    private static List<PostingRulesPage.Seen> unmapped(Shown shown, Formats formats) {
        return shown.unmapped().stream()
                .map(seen -> new PostingRulesPage.Seen(
                        seen.category(),
                        formats.count(seen.sales()),
                        formats.amount(seen.amount()),
                        seen.last().map(formats::date).orElse("")))
                .toList();
    }

    private static List<PostingRulesPage.Standard> standard(Texts texts) {
        return PostingWords.types().stream()
                .map(type -> new PostingRulesPage.Standard(
                        texts.get("entryType." + type.name()),
                        texts.get("topic." + type.topic().vippsName()),
                        PostingWords.rule(type, texts)))
                .toList();
    }

    private static List<PostingRulesPage.Rule> own(Shown shown, Request request) {
        Texts texts = request.texts();
        return shown.overrides().stream()
                .map(stored -> new PostingRulesPage.Rule(
                        texts.get("entryType." + stored.rule().type().name()),
                        texts.get("topic." + stored.rule().type().topic().vippsName()),
                        account(shown, chosen(shown, stored.rule()), texts),
                        stored.rule().taxCode().map(TaxCode::code).orElse(""),
                        dates(stored.rule().from(), stored.rule().to(), request),
                        remove(request, "rules", stored.id())))
                .toList();
    }

    private static AccountCode chosen(Shown shown, RuleOverride rule) {
        return rule.account().orElseGet(() -> shown.chart().account(rule.role()));
    }

    private static String remove(Request request, String what, long id) {
        return Addresses.postingRules(request.client(), what + "/" + id + "/remove")
                .path();
    }

    private static String account(Shown shown, AccountCode code, Texts texts) {
        return shown.accounts().stream()
                .filter(account -> account.code().equals(code))
                .findFirst()
                .map((Account account) -> code.digits() + " " + account.name(texts.tag()))
                .orElse(code.digits());
    }

    private static String dates(LocalDate from, Optional<LocalDate> to, Request request) {
        String first = request.formats().date(from);
        return to.map(last -> request.texts()
                        .get("terms.fromTo", first, request.formats().date(last)))
                .orElseGet(() -> request.texts().get("terms.since", first));
    }

    private static String onDefault(List<MonthOnDefault> months, Request request) {
        long turnover = months.stream().mapToLong(MonthOnDefault::turnover).sum();
        long onDefault = months.stream().mapToLong(MonthOnDefault::onDefault).sum();
        return onDefault == 0
                ? request.texts().get("terms.default.none")
                : request.texts()
                        .get(
                                "terms.default.some",
                                request.formats().amount(onDefault),
                                share(turnover, onDefault, request.formats()));
    }

    private static PostingRulesPage.Month month(MonthOnDefault month, Formats formats) {
        return new PostingRulesPage.Month(
                formats.month(YearMonth.from(month.month())),
                formats.amount(month.turnover()),
                formats.amount(month.onDefault()),
                share(month.turnover(), month.onDefault(), formats));
    }

    /** Whole hundredths of a per cent. */
    private static String share(long turnover, long onDefault, Formats formats) {
        return turnover <= 0 ? "–" : formats.rate(Math.toIntExact(Math.multiplyExact(onDefault, 10_000L) / turnover));
    }
}
