package no.avstemt.web.account;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.chart.ShowChart;
import no.avstemt.application.chart.UsedAccount;
import no.avstemt.domain.chart.Account;
import no.avstemt.web.account.ChartFrames.Tab;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;

/** The chart of accounts as a list, and as a file. */
public final class ChartPages {

    private final ShowChart showChart;
    private final ChartFrames frames;

    public ChartPages(ShowChart showChart, ClientFrames frames) {
        this.showChart = showChart;
        this.frames = new ChartFrames(frames);
    }

    public List<Route> routes() {
        return List.of(
                Route.get(Addresses.CHART)
                        .toReaders()
                        .ofClient()
                        .takes(Paged.SEARCH)
                        .answers(RouteDraft.HTML)
                        .says("The chart of accounts of one client account.")
                        .by(this::show),
                Route.get(Addresses.CHART + "/accounts.csv")
                        .toReaders()
                        .ofClient()
                        .answers(AccountApi.CSV)
                        .says("The chart of accounts as a file for a spreadsheet.")
                        .by(request -> AccountApi.download(showChart, request)));
    }

    private Reply show(Request request) {
        Optional<String> search = request.get(Paged.SEARCH);
        List<UsedAccount> accounts = showChart.accounts(request.client(), search);
        boolean mayWrite = request.caller().mayWrite();
        ChartPage page = new ChartPage(
                frames.frame(request, Tab.ACCOUNTS),
                ChartFrames.tabs(request, Tab.ACCOUNTS),
                lead(request, search, accounts),
                request.client().toString(),
                search.orElse(""),
                Addresses.chart(request.client()).toString(),
                mayWrite ? Addresses.chart(request.client(), "new").toString() : "",
                mayWrite ? Addresses.chart(request.client(), "import").toString() : "",
                Addresses.chart(request.client(), "accounts.csv").toString(),
                accounts.stream().map(used -> row(used, request)).toList());
        return Reply.page(new View("account/chart.jte", page));
    }

    private static String lead(Request request, Optional<String> search, List<UsedAccount> accounts) {
        String count = request.formats().count(accounts.size());
        if (search.isPresent()) {
            return request.texts().get("chart.found", count, search.get());
        }
        long inUse = accounts.stream().filter(UsedAccount::hasPostings).count();
        return request.texts().get("chart.count", count, request.formats().count(inUse));
    }

    private static ChartPage.Row row(UsedAccount used, Request request) {
        Account account = used.account();
        return new ChartPage.Row(
                Addresses.account(request.client(), account.id()).toString(),
                account.code().digits(),
                account.name(request.language().tag()),
                account.relationType()
                        .map(type -> request.texts().get("relation." + type.apiName()))
                        .orElse(""),
                account.defaultTaxCode().orElse(""),
                account.saftGrouping().code(),
                status(account, request),
                used.roles().stream()
                        .sorted()
                        .map(role -> request.texts().get("role." + role.name()))
                        .toList(),
                used.hasPostings() ? request.formats().amount(used.balance()) : "",
                Addresses.generalLedger(request.client())
                        .with("account_codes", account.code())
                        .toString());
    }

    private static String status(Account account, Request request) {
        if (!account.postable()) {
            return request.texts().get("chart.computed");
        }
        return account.active() ? "" : request.texts().get("chart.inactive");
    }
}
