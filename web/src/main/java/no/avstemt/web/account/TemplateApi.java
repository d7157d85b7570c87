package no.avstemt.web.account;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.chart.ChartTemplate;
import no.avstemt.application.chart.FollowTemplate;
import no.avstemt.application.chart.FollowTemplate.Compared;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;

/**
 * {@code /api/v2/chart-templates}, the charts that client accounts of the office share; and
 * {@code /api/v2/followed-chart-template}, the one that a client's chart is held against.
 */
public final class TemplateApi {

    private static final String TEMPLATES = "/api/v2/chart-templates";
    private static final String FOLLOWED = "/api/v2/followed-chart-template";
    private static final Param<Long> ID =
            Param.required("id", ParamType.number(0, 999_999_999_999L)).inPath();

    private final FollowTemplate followTemplate;

    public TemplateApi(FollowTemplate followTemplate) {
        this.followTemplate = followTemplate;
    }

    public List<Route> routes() {
        return Stream.concat(templates().stream(), followed().stream()).toList();
    }

    private List<Route> templates() {
        return List.of(
                Route.get(TEMPLATES)
                        .toReaders()
                        .ofClient()
                        .lists(TemplateShapes.OFFERED)
                        .says("The chart templates of the office, the standard chart of the program first.")
                        .by(this::list),
                Route.post(TEMPLATES)
                        .toWriters()
                        .ofClient()
                        .body(TemplateShapes.NEW_TEMPLATE)
                        .gives(201, TemplateShapes.WHOLE)
                        .conflicts("another template has the name")
                        .says("Makes a template of the client's chart, which follows it; for administrators.")
                        .by(this::make),
                Route.get(TEMPLATES + "/{id}")
                        .toReaders()
                        .ofClient()
                        .takes(ID)
                        .gives(200, TemplateShapes.WHOLE)
                        .says("One template with its accounts, and the account of each role.")
                        .by(request -> Reply.json(TemplateShapes.WHOLE.json(whole(request, request.get(ID))))));
    }

    private List<Route> followed() {
        return List.of(
                Route.get(FOLLOWED)
                        .toReaders()
                        .ofClient()
                        .gives(200, TemplateShapes.FOLLOWED)
                        .says("The template that the client's chart is held against.")
                        .by(this::followed),
                Route.put(FOLLOWED)
                        .toWriters()
                        .ofClient()
                        .body(TemplateShapes.FOLLOWED_TEMPLATE)
                        .gives(200, TemplateShapes.FOLLOWED)
                        .says("Holds the client's chart against another template; no account is changed by it.")
                        .by(this::follow),
                Route.get(FOLLOWED + "/deviations")
                        .toReaders()
                        .ofClient()
                        .lists(TemplateShapes.DEVIATION)
                        .says("Accounts that are not what they are in the template.")
                        .by(request -> Reply.json(Paged.of(request)
                                .envelope(compared(request).deviations(), TemplateShapes.DEVIATION::json))),
                Route.post(FOLLOWED + "/take-over")
                        .toWriters()
                        .ofClient()
                        .body(TemplateShapes.TAKEN_OVER)
                        .gives(200, TemplateShapes.FOLLOWED)
                        .conflicts("an account cannot be what it is in the template, or cannot have the role")
                        .says("Makes accounts and roles what they are in the template, all or none.")
                        .by(this::takeOver),
                Route.post(FOLLOWED + "/give")
                        .toWriters()
                        .ofClient()
                        .body(TemplateShapes.GIVEN)
                        .gives(200, TemplateShapes.FOLLOWED)
                        .conflicts("the template is the standard chart of the program")
                        .says("Puts accounts into the template as they are in the chart; for administrators.")
                        .by(this::give));
    }

    private Compared compared(Request request) {
        return followTemplate.compare(request.client());
    }

    private Reply list(Request request) {
        return Reply.json(
                Paged.of(request).envelope(TemplateShapes.offered(compared(request)), TemplateShapes.OFFERED::json));
    }

    private ChartTemplate whole(Request request, long id) {
        return followTemplate.find(request.client(), id).orElseThrow(Problem::notFound);
    }

    private Reply followed(Request request) {
        return Reply.json(TemplateShapes.FOLLOWED.json(compared(request)));
    }

    private Reply make(Request request) {
        asAdministrator(request);
        String name = request.body().get(TemplateShapes.NAME);
        long id = AccountApi.refusedAsProblem(
                () -> followTemplate.makeTemplate(request.client(), Actor.of(request.caller()), name));
        return Reply.created(TemplateShapes.WHOLE.json(whole(request, id)));
    }

    private Reply follow(Request request) {
        return after(
                request,
                actor -> followTemplate.follow(request.client(), actor, TemplateShapes.template(request.body())));
    }

    private Reply takeOver(Request request) {
        return after(
                request,
                actor -> followTemplate.takeOver(
                        request.client(),
                        actor,
                        Set.copyOf(request.body().get(TemplateShapes.ACCOUNTS)),
                        Set.copyOf(request.body().get(TemplateShapes.ROLES))));
    }

    private Reply give(Request request) {
        asAdministrator(request);
        return after(
                request,
                actor -> followTemplate.give(
                        request.client(), actor, Set.copyOf(request.body().get(TemplateShapes.GIVEN_ACCOUNTS))));
    }

    private Reply after(Request request, Consumer<Actor> change) {
        AccountApi.refusedAsProblem(() -> {
            change.accept(Actor.of(request.caller()));
            return true;
        });
        return followed(request);
    }

    private static void asAdministrator(Request request) {
        if (!ChartFrames.mayMakeTemplates(request)) {
            throw new Problem(403, "error.forbidden");
        }
    }
}
