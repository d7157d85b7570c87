package no.avstemt.web.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.chart.AssignRoles;
import no.avstemt.application.chart.ShowChart;
import no.avstemt.application.chart.UsedAccount;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.text.Texts;

/** {@code /api/v2/account-roles}: which account each role is. */
public final class AccountRoleApi {

    private static final String PATH = "/api/v2/account-roles";

    private static final Field<AccountRole> ROLE = Field.required("role", AccountShapes.ROLE);
    private static final Field<AccountCode> ACCOUNT = Field.required("account_code", AccountShapes.CODE);
    private static final Shape CHOSEN = Shape.of("ChosenRole", ROLE, ACCOUNT);
    private static final Field<List<Body>> ROLES =
            Field.required("roles", Kind.list(Kind.object(CHOSEN), 1, AccountRole.values().length));
    private static final Shape BODY = Shape.of("ChosenRoles", ROLES);

    private static final Resource<Placed> PLACED = Resource.<Placed>named("AccountRole")
            .with("role", AccountShapes.ROLE, Placed::role)
            .with("account_id", Kind.id(), placed -> placed.used().account().id())
            .with(
                    "account_code",
                    AccountShapes.CODE,
                    placed -> placed.used().account().code())
            .with(
                    "account_name",
                    Kind.text(256),
                    placed -> placed.used().account().name(placed.texts().tag()))
            .described("In the language of the request, as the purpose is.")
            .with(
                    "default_account_code",
                    AccountShapes.CODE,
                    placed -> placed.role().defaultAccount())
            .with(
                    "purpose",
                    Kind.text(500),
                    placed -> placed.texts().get("role." + placed.role().name() + ".purpose"));

    private static final Resource<List<Placed>> ALL =
            Resource.<List<Placed>>named("AccountRoles").each("roles", PLACED, placed -> placed);

    private final ShowChart showChart;
    private final AssignRoles assignRoles;

    public AccountRoleApi(ShowChart showChart, AssignRoles assignRoles) {
        this.showChart = showChart;
        this.assignRoles = assignRoles;
    }

    record Placed(AccountRole role, UsedAccount used, Texts texts) {}

    public List<Route> routes() {
        return List.of(
                Route.get(PATH)
                        .toReaders()
                        .ofClient()
                        .lists(PLACED)
                        .says("Every role that booking reaches an account by, what it is for, and its account.")
                        .by(this::list),
                Route.put(PATH)
                        .toWriters()
                        .ofClient()
                        .body(BODY)
                        .gives(200, ALL)
                        .conflicts("an account cannot have the role, or the role's account is held against Vipps")
                        .says("Chooses accounts for roles, all or none; roles that are not named stay.")
                        .by(this::change));
    }

    private Reply list(Request request) {
        return Reply.json(Paged.of(request).envelope(placed(request), PLACED::json));
    }

    private List<Placed> placed(Request request) {
        List<Placed> placed = new ArrayList<>();
        for (UsedAccount used : showChart.accounts(request.client())) {
            used.roles().forEach(role -> placed.add(new Placed(role, used, request.texts())));
        }
        placed.sort(Comparator.comparing(Placed::role));
        return placed;
    }

    private Reply change(Request request) {
        Map<AccountRole, AccountCode> chosen = new LinkedHashMap<>();
        request.body().get(ROLES).forEach(each -> chosen.put(each.get(ROLE), each.get(ACCOUNT)));
        AccountApi.refusedAsProblem(() -> {
            assignRoles.run(request.client(), Actor.of(request.caller()), chosen);
            return true;
        });
        return Reply.json(ALL.json(placed(request)));
    }
}
