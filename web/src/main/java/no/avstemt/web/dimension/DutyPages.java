package no.avstemt.web.dimension;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.dimension.RequireDimensions;
import no.avstemt.application.dimension.RequireDimensions.Duties;
import no.avstemt.application.register.Objection;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.web.dimension.DutiesPage.Row;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Faults;
import no.avstemt.web.register.Objections;
import no.avstemt.web.register.RegisterTabs;

/** What lines on accounts must be about, and a form to say it. */
public final class DutyPages {

    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final Param<Optional<String>> SHOWN = Param.optional("account_code", ParamType.text(8));
    private static final Param<String> ACCOUNT =
            Param.withDefault("account_code", ParamType.anyText(50), "").inForm();
    private static final Param<List<DimensionType>> TYPES =
            Param.each("types", ParamType.choice(DutyApi.types())).inForm();

    private final RequireDimensions require;
    private final ClientFrames frames;

    public DutyPages(RequireDimensions require, ClientFrames frames) {
        this.require = require;
        this.frames = frames;
    }

    private static String path() {
        return Addresses.registerPath(RegisterTabs.MANDATORY);
    }

    public List<Route> routes() {
        return List.of(
                Route.get(path())
                        .toReaders()
                        .ofClient()
                        .takes(SHOWN)
                        .answers(RouteDraft.HTML)
                        .says("What lines on the accounts of one client account must be about.")
                        .by(this::show),
                Route.post(path())
                        .toWriters()
                        .ofClient()
                        .takes(ACCOUNT, TYPES)
                        .answers(RouteDraft.HTML)
                        .says("Says what lines on an account must be about.")
                        .by(this::put));
    }

    private Reply show(Request request) {
        Duties duties = require.all(request.client());
        Optional<AccountCode> account = request.get(SHOWN).flatMap(DutyApi::account);
        Set<DimensionType> types =
                account.map(code -> duties.mandatory().of(code)).orElse(Set.of());
        return page(request, 200, duties, account, types, Faults.none());
    }

    private Reply put(Request request) {
        Faults faults = Faults.none();
        Set<DimensionType> types = DutyApi.set(request.get(TYPES));
        Optional<AccountCode> account = DutyApi.account(request.get(ACCOUNT).strip());
        if (account.isEmpty()) {
            faults.add(ACCOUNT.name(), request.texts().get("register.account_code.fault"));
            return page(request, UNPROCESSABLE, require.all(request.client()), account, types, faults);
        }
        Optional<Objection> objection = require.run(request.client(), Actor.of(request.caller()), account.get(), types);
        if (objection.isPresent()) {
            faults.add("", Objections.text(objection.get(), request.texts()));
            return page(request, CONFLICT, require.all(request.client()), account, types, faults);
        }
        return Reply.seeOther(
                Addresses.register(request.client(), RegisterTabs.MANDATORY).toString());
    }

    private Reply page(
            Request request,
            int status,
            Duties duties,
            Optional<AccountCode> account,
            Set<DimensionType> types,
            Faults faults) {
        boolean mayWrite = request.caller().mayWrite();
        List<Row> rows = duties.accounts().stream()
                .filter(each -> !duties.mandatory().of(each.code()).isEmpty())
                .map(each -> row(request, each, duties.mandatory().of(each.code()), mayWrite))
                .toList();
        return Reply.page(
                status,
                new View(
                        "dimension/duties.jte",
                        new DutiesPage(
                                frames.frame(
                                        request,
                                        RailPage.REGISTERS,
                                        request.texts().get("register.mandatory-dimensions"),
                                        List.of()),
                                request.client().toString(),
                                RegisterTabs.of(request, RegisterTabs.MANDATORY),
                                rows,
                                mayWrite ? path() : "",
                                faults,
                                accounts(request, duties.accounts(), account),
                                types(request, types))));
    }

    private static Row row(Request request, Account account, Set<DimensionType> types, boolean mayWrite) {
        return new Row(
                named(request, account),
                mayWrite
                        ? Addresses.register(request.client(), RegisterTabs.MANDATORY)
                                .with(SHOWN.name(), account.code())
                                .toString()
                        : "",
                new TreeSet<>(types)
                        .stream()
                                .map(type -> request.texts().get("dimension." + type.apiName()))
                                .collect(Collectors.joining(", ")));
    }

    private static String named(Request request, Account account) {
        return account.code() + " " + account.name(request.language().tag());
    }

    private static Choice accounts(Request request, List<Account> accounts, Optional<AccountCode> chosen) {
        List<Choice.Option> options = accounts.stream()
                .filter(Account::postable)
                .map(each -> new Choice.Option(
                        each.code().digits(),
                        named(request, each),
                        chosen.filter(each.code()::equals).isPresent()))
                .toList();
        return Choice.of(ACCOUNT.name(), request.texts().get("register.mandatory-dimensions.account"), options);
    }

    private static List<Choice.Option> types(Request request, Set<DimensionType> chosen) {
        return List.of(DimensionType.values()).stream()
                .map(type -> new Choice.Option(
                        type.apiName(), request.texts().get("dimension." + type.apiName()), chosen.contains(type)))
                .toList();
    }
}
