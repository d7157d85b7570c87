package no.avstemt.web.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.chart.ChartRefused;
import no.avstemt.application.chart.EditAccounts;
import no.avstemt.application.chart.ShowChart;
import no.avstemt.application.chart.UsedAccount;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.Grouping;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Fact;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.text.Texts;

/** One account of a chart: its form, a new one's, and its deletion. */
public final class AccountPages {

    private static final String NEW = Addresses.CHART + "/new";
    private static final String ONE = Addresses.CHART + "/accounts/{id}";

    private final ShowChart showChart;
    private final EditAccounts editAccounts;
    private final ChartFrames frames;

    public AccountPages(ShowChart showChart, EditAccounts editAccounts, ClientFrames frames) {
        this.showChart = showChart;
        this.editAccounts = editAccounts;
        this.frames = new ChartFrames(frames);
    }

    public List<Route> routes() {
        return List.of(
                Route.get(NEW)
                        .toWriters()
                        .ofClient()
                        .answers(RouteDraft.HTML)
                        .says("The form of a new account.")
                        .by(request -> newAccount(request, 200, AccountForm.empty(), Faults.none())),
                Route.post(NEW)
                        .toWriters()
                        .ofClient()
                        .takes(AccountForm.CODE)
                        .takes(written())
                        .answers(RouteDraft.HTML)
                        .says("Adds an account.")
                        .by(this::add),
                Route.get(ONE)
                        .toReaders()
                        .ofClient()
                        .takes(Param.ID)
                        .answers(RouteDraft.HTML)
                        .says("One account of the chart.")
                        .by(request -> {
                            UsedAccount used = used(request);
                            return account(request, 200, used, AccountForm.of(used), Faults.none());
                        }),
                Route.post(ONE)
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .takes(written())
                        .answers(RouteDraft.HTML)
                        .says("Changes an account.")
                        .by(this::change),
                Route.post(ONE + "/delete")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .answers(RouteDraft.HTML)
                        .says("Deletes an account without postings.")
                        .by(this::remove));
    }

    private static Param<?>[] written() {
        return new Param<?>[] {
            AccountForm.NAME_NB,
            AccountForm.NAME_EN,
            AccountForm.RELATION,
            AccountForm.TAX_CODE,
            AccountForm.GROUPING,
            AccountForm.ACTIVE,
            AccountForm.REASON
        };
    }

    private Reply add(Request request) {
        AccountForm form = AccountForm.of(request, request.get(AccountForm.CODE).strip());
        Faults faults = Faults.none();
        if (!AccountCode.isCode(form.code())) {
            faults.add(AccountForm.CODE.name(), request.texts().get("chart.field.code.fault"));
            return newAccount(request, 422, form, faults);
        }
        try {
            editAccounts.add(request.client(), Actor.of(request.caller()), new AccountCode(form.code()), form.fields());
        } catch (ChartRefused refused) {
            return newAccount(request, 422, form, faults(refused, request));
        }
        return toChart(request, form.code());
    }

    private Reply change(Request request) {
        UsedAccount used = used(request);
        AccountForm form = AccountForm.of(request, used.account().code().digits());
        try {
            editAccounts.change(
                    request.client(), Actor.of(request.caller()), used.account().id(), form.fields(), form.reason());
        } catch (ChartRefused refused) {
            return account(request, 422, used, form, faults(refused, request));
        }
        return toChart(request, form.code());
    }

    private Reply remove(Request request) {
        UsedAccount used = used(request);
        try {
            editAccounts.remove(
                    request.client(), Actor.of(request.caller()), used.account().id());
        } catch (ChartRefused refused) {
            return account(request, 422, used, AccountForm.of(used), faults(refused, request));
        }
        return Reply.seeOther(Addresses.chart(request.client()).toString());
    }

    private static Reply toChart(Request request, String code) {
        return Reply.seeOther(
                Addresses.chart(request.client()).at("account-" + code).toString());
    }

    private UsedAccount used(Request request) {
        return showChart.account(request.client(), request.get(Param.ID)).orElseThrow(Problem::notFound);
    }

    private static Faults faults(ChartRefused refused, Request request) {
        Faults faults = Faults.none();
        boolean wantsReason = refused.reason() == ChartRefused.Reason.HAS_BALANCE;
        faults.add(
                wantsReason ? AccountForm.REASON.name() : refused.reason().field(),
                Refusals.text(refused, request.texts(), request.formats()));
        return faults;
    }

    private Reply newAccount(Request request, int status, AccountForm form, Faults faults) {
        Texts texts = request.texts();
        String title = texts.get("chart.new");
        return page(
                status,
                new AccountPage(
                        frames.below(request, title),
                        title,
                        texts.get("chart.new.lead"),
                        List.of(),
                        request.client().toString(),
                        "",
                        faults,
                        NEW,
                        form.names(texts, faults, true),
                        form.choices(texts, request.language().tag()),
                        reason(form, texts, faults),
                        texts.get("chart.new.submit"),
                        ""));
    }

    private Reply account(Request request, int status, UsedAccount used, AccountForm form, Faults faults) {
        Texts texts = request.texts();
        Account account = used.account();
        String title = account.code() + " " + account.name(request.language().tag());
        boolean mayWrite = request.caller().mayWrite();
        boolean removable = mayWrite
                && account.postable()
                && !used.hasPostings()
                && used.roles().isEmpty();
        String action = Addresses.CHART + "/accounts/" + account.id();
        return page(
                status,
                new AccountPage(
                        frames.below(request, title),
                        title,
                        used.hasPostings()
                                ? texts.get(
                                        "chart.account.lines", request.formats().count(used.lines()))
                                : texts.get("chart.account.noLines"),
                        facts(used, request),
                        request.client().toString(),
                        mayWrite ? "" : texts.get("chart.readOnly"),
                        faults,
                        action,
                        form.names(texts, faults, false),
                        form.choices(texts, request.language().tag()),
                        reason(form, texts, faults),
                        texts.get("chart.save"),
                        removable ? action + "/delete" : ""));
    }

    private static Field reason(AccountForm form, Texts texts, Faults faults) {
        return Field.text(AccountForm.REASON.name(), texts.get("chart.field.reason"), form.reason(), faults)
                .helped(texts.get("chart.field.reason.help"));
    }

    private static List<Fact> facts(UsedAccount used, Request request) {
        Texts texts = request.texts();
        Grouping grouping = Grouping.of(used.account().code());
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.linked(
                texts.get("chart.column.balance"),
                request.formats().amount(used.balance()),
                Addresses.generalLedger(request.client())
                        .with("account_codes", used.account().code())));
        facts.add(Fact.of(
                texts.get("chart.grouping"),
                List.of(grouping.one(), grouping.two(), grouping.three()).stream()
                        .map(level -> texts.get(level.nameKey()))
                        .distinct()
                        .collect(Collectors.joining(" › "))));
        Optional.of(used.roles().stream()
                        .sorted()
                        .map(role -> texts.get("role." + role.name()))
                        .collect(Collectors.joining(", ")))
                .filter(roles -> !roles.isEmpty())
                .ifPresent(roles -> facts.add(Fact.linked(
                        texts.get("chart.column.roles"), roles, Addresses.chart(request.client(), "roles"))));
        return facts;
    }

    private static Reply page(int status, AccountPage page) {
        return Reply.page(status, new View("account/account.jte", page));
    }
}
