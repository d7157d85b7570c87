package no.avstemt.web.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.chart.ChartRefused;
import no.avstemt.application.chart.ChartTemplate;
import no.avstemt.application.chart.Deviation;
import no.avstemt.application.chart.Deviation.Kind;
import no.avstemt.application.chart.FollowTemplate;
import no.avstemt.application.chart.FollowTemplate.Compared;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.SaftGrouping;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.web.account.ChartFrames.Tab;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Choice.Option;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.text.Message;
import no.avstemt.web.text.Texts;

/** Where a chart is not its template, and what one takes from the other. */
public final class TemplatePages {

    private static final String PATH = Addresses.CHART + "/template";
    private static final Param<Long> TEMPLATE =
            Param.required("template", ParamType.number(0, 999_999_999_999L)).inForm();
    private static final Param<String> NAME =
            Param.withDefault("name", ParamType.anyText(1_000), "").inForm();
    private static final Param<List<AccountCode>> CODES = Param.each(
                    "account_code",
                    new ParamType<>("string", "", List.of(), Message.of("chart.code"), TemplatePages::code))
            .inForm();

    private static final Param<List<AccountRole>> ROLES =
            Param.each("role", ParamType.choice(AccountShapes.roles())).inForm();

    private final FollowTemplate followTemplate;
    private final ChartFrames frames;

    public TemplatePages(FollowTemplate followTemplate, ClientFrames frames) {
        this.followTemplate = followTemplate;
        this.frames = new ChartFrames(frames);
    }

    private static Optional<AccountCode> code(String text) {
        return AccountCode.isCode(text) ? Optional.of(new AccountCode(text)) : Optional.empty();
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH)
                        .toReaders()
                        .ofClient()
                        .answers(RouteDraft.HTML)
                        .says("Where the chart of one client account is not its template.")
                        .by(request -> page(request, 200, Faults.none())),
                Route.post(PATH)
                        .toWriters()
                        .ofClient()
                        .takes(TEMPLATE)
                        .answers(RouteDraft.HTML)
                        .says("Chooses the template that the chart is held against.")
                        .by(request -> after(
                                request,
                                actor -> followTemplate.follow(request.client(), actor, request.get(TEMPLATE)))),
                Route.post(PATH + "/take-over")
                        .toWriters()
                        .ofClient()
                        .takes(CODES, ROLES)
                        .answers(RouteDraft.HTML)
                        .says("Makes accounts and roles what they are in the template.")
                        .by(request -> after(request, actor -> takeOver(request, actor))),
                Route.post(PATH + "/give")
                        .toWriters()
                        .ofClient()
                        .takes(CODES, ROLES)
                        .answers(RouteDraft.HTML)
                        .says("Puts accounts into the template as they are in the chart; for administrators.")
                        .by(request -> after(
                                asAdministrator(request),
                                actor -> followTemplate.give(request.client(), actor, codes(request)))),
                Route.post(PATH + "/new")
                        .toWriters()
                        .ofClient()
                        .takes(NAME)
                        .answers(RouteDraft.HTML)
                        .says("Makes a template of the chart; for administrators.")
                        .by(request -> after(
                                asAdministrator(request),
                                actor -> followTemplate.makeTemplate(request.client(), actor, request.get(NAME)))));
    }

    private static Request asAdministrator(Request request) {
        if (!ChartFrames.mayMakeTemplates(request)) {
            throw new Problem(403, "error.forbidden");
        }
        return request;
    }

    private void takeOver(Request request, Actor actor) {
        followTemplate.takeOver(request.client(), actor, codes(request), Set.copyOf(request.get(ROLES)));
    }

    private static Set<AccountCode> codes(Request request) {
        return Set.copyOf(request.get(CODES));
    }

    private Reply after(Request request, Consumer<Actor> change) {
        try {
            change.accept(Actor.of(request.caller()));
        } catch (ChartRefused refused) {
            Faults faults = Faults.none();
            faults.add(refused.reason().field().equals(NAME.name()) ? NAME.name() : "", text(refused, request));
            return page(request, 422, faults);
        }
        return Reply.seeOther(Addresses.chart(request.client(), "template").toString());
    }

    private static String text(ChartRefused refused, Request request) {
        return Refusals.text(refused, request.texts(), request.formats());
    }

    private Reply page(Request request, int status, Faults faults) {
        Compared compared = followTemplate.compare(request.client());
        Texts texts = request.texts();
        boolean mayMake = ChartFrames.mayMakeTemplates(request);
        TemplatePage page = new TemplatePage(
                frames.frame(request, Tab.TEMPLATE),
                ChartFrames.tabs(request, Tab.TEMPLATE),
                request.client().toString(),
                lead(compared, request),
                faults,
                template(compared, texts),
                Field.text(NAME.name(), texts.get("chart.template.name"), "", faults),
                compared.deviations().stream().map(each -> row(each, request)).toList(),
                compared.roles().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(role -> new TemplatePage.RoleRow(
                                role.getKey().name(),
                                texts.get(
                                        "chart.template.role",
                                        texts.get("role." + role.getKey().name()),
                                        role.getValue().digits())))
                        .toList(),
                request.caller().mayWrite(),
                mayMake && !compared.template().isBuiltIn(),
                mayMake);
        return Reply.page(status, new View("account/template.jte", page));
    }

    private static String lead(Compared compared, Request request) {
        String name = name(compared.template(), request.texts());
        int count = compared.deviations().size() + compared.roles().size();
        return count == 0
                ? request.texts().get("chart.template.same", name)
                : request.texts()
                        .get("chart.template.deviates", name, request.formats().count(count));
    }

    private static String name(ChartTemplate template, Texts texts) {
        return template.isBuiltIn() ? texts.get("chart.template.builtIn") : template.name();
    }

    private static Choice template(Compared compared, Texts texts) {
        List<Option> options = new ArrayList<>();
        options.add(new Option(
                Long.toString(ChartTemplate.BUILT_IN),
                texts.get("chart.template.builtIn"),
                compared.template().isBuiltIn()));
        compared.templates()
                .forEach(each -> options.add(new Option(
                        Long.toString(each.id()),
                        each.name(),
                        each.id() == compared.template().id())));
        return Choice.of(TEMPLATE.name(), texts.get("chart.template.choose"), options);
    }

    private static TemplatePage.Row row(Deviation deviation, Request request) {
        Texts texts = request.texts();
        Set<Kind> kinds = deviation.kinds();
        return new TemplatePage.Row(
                deviation.code().digits(),
                kinds.stream()
                        .map(kind -> texts.get("chart.template.kind." + kind.name()))
                        .collect(Collectors.joining(", ")),
                deviation
                        .ours()
                        .map(used -> told(used.account(), kinds, request))
                        .orElse(""),
                deviation
                        .theirs()
                        .map(row -> told(TemplateShapes.account(row), kinds, request))
                        .orElse(""),
                deviation
                        .ours()
                        .map(used -> Addresses.account(
                                        request.client(), used.account().id())
                                .toString())
                        .orElse(""));
    }

    /** The name, and what else of it deviates. */
    private static String told(Account account, Set<Kind> kinds, Request request) {
        List<String> told = new ArrayList<>();
        told.add(account.name(request.language().tag()));
        if (kinds.contains(Kind.RELATION)) {
            told.add(request.texts()
                    .get("relation."
                            + account.relationType().map(DimensionType::apiName).orElse("none")));
        }
        if (kinds.contains(Kind.TAX_CODE)) {
            told.add(account.defaultTaxCode()
                    .map(code -> request.texts().get("chart.template.taxCode", code))
                    .orElseGet(() -> request.texts().get("chart.field.taxCode.none")));
        }
        if (kinds.contains(Kind.MAPPED)) {
            SaftGrouping grouping = account.saftGrouping();
            told.add(grouping.toString());
        }
        return String.join(" · ", told);
    }
}
