package no.avstemt.web.account;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.chart.AssignRoles;
import no.avstemt.application.chart.ChartRefused;
import no.avstemt.application.chart.ShowChart;
import no.avstemt.application.chart.UsedAccount;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.web.account.ChartFrames.Tab;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Choice.Option;
import no.avstemt.web.page.Faults;
import no.avstemt.web.text.Message;

/** Which account each role is, with what the role is for. */
public final class RolePages {

    private static final String PATH = Addresses.CHART + "/roles";

    /** {@code ROLE:account}, one for each role. */
    private static final Param<List<Chosen>> CHOSEN = Param.each(
                    "chosen",
                    new ParamType<>("string", "", List.of(), Message.of("param.text", "60"), RolePages::parse))
            .inForm();

    private final ShowChart showChart;
    private final AssignRoles assignRoles;
    private final ChartFrames frames;

    public RolePages(ShowChart showChart, AssignRoles assignRoles, ClientFrames frames) {
        this.showChart = showChart;
        this.assignRoles = assignRoles;
        this.frames = new ChartFrames(frames);
    }

    private record Chosen(AccountRole role, AccountCode account) {}

    private static Optional<Chosen> parse(String text) {
        String[] parts = text.split(":", 2);
        return Stream.of(AccountRole.values())
                .filter(role -> parts.length == 2 && role.name().equals(parts[0]) && AccountCode.isCode(parts[1]))
                .map(role -> new Chosen(role, new AccountCode(parts[1])))
                .findFirst();
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH)
                        .toReaders()
                        .ofClient()
                        .answers(RouteDraft.HTML)
                        .says("The account of each role of one client account.")
                        .by(request -> page(request, 200, Map.of(), Faults.none())),
                Route.post(PATH)
                        .toWriters()
                        .ofClient()
                        .takes(CHOSEN)
                        .answers(RouteDraft.HTML)
                        .says("Chooses accounts for roles, all or none.")
                        .by(this::change));
    }

    private Reply change(Request request) {
        Map<AccountRole, AccountCode> chosen = new LinkedHashMap<>();
        request.get(CHOSEN).forEach(each -> chosen.put(each.role(), each.account()));
        try {
            assignRoles.run(request.client(), Actor.of(request.caller()), chosen);
        } catch (ChartRefused refused) {
            Faults faults = Faults.none();
            faults.add("", Refusals.text(refused, request.texts(), request.formats()));
            return page(request, 422, chosen, faults);
        }
        return Reply.seeOther(Addresses.chart(request.client(), "roles").toString());
    }

    private Reply page(Request request, int status, Map<AccountRole, AccountCode> chosen, Faults faults) {
        List<UsedAccount> accounts = showChart.accounts(request.client());
        Map<AccountRole, Account> now = new EnumMap<>(AccountRole.class);
        accounts.forEach(used -> used.roles().forEach(role -> now.put(role, used.account())));
        List<RolesPage.Row> rows = Stream.of(AccountRole.values())
                .filter(now::containsKey)
                .map(role -> row(request, role, Objects.requireNonNull(now.get(role)), chosen, accounts))
                .toList();
        return Reply.page(
                status,
                new View(
                        "account/roles.jte",
                        new RolesPage(
                                frames.frame(request, Tab.ROLES),
                                ChartFrames.tabs(request, Tab.ROLES),
                                request.client().toString(),
                                faults,
                                request.caller().mayWrite(),
                                rows)));
    }

    private static RolesPage.Row row(
            Request request,
            AccountRole role,
            Account now,
            Map<AccountRole, AccountCode> chosen,
            List<UsedAccount> accounts) {
        String name = request.texts().get("role." + role.name());
        AccountCode shown = chosen.getOrDefault(role, now.code());
        List<Option> options = accounts.stream()
                .map(UsedAccount::account)
                .filter(account -> role.misfit(account).isEmpty())
                .map(account -> new Option(
                        role.name() + ":" + account.code(),
                        title(account, request),
                        account.code().equals(shown)))
                .toList();
        return new RolesPage.Row(
                "role-" + role.name(),
                name,
                request.texts().get("role." + role.name() + ".purpose"),
                title(now, request),
                now.code().equals(role.defaultAccount())
                        ? ""
                        : request.texts()
                                .get(
                                        "chart.roles.standard",
                                        role.defaultAccount().digits()),
                Choice.of(CHOSEN.name(), name, options).withId("chosen-" + role.name()));
    }

    private static String title(Account account, Request request) {
        return account.code() + " " + account.name(request.language().tag());
    }
}
