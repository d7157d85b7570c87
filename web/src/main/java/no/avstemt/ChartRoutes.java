package no.avstemt;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.chart.AssignRoles;
import no.avstemt.application.chart.EditAccounts;
import no.avstemt.application.chart.FollowTemplate;
import no.avstemt.application.chart.ImportChart;
import no.avstemt.application.chart.ShowChart;
import no.avstemt.web.account.AccountApi;
import no.avstemt.web.account.AccountPages;
import no.avstemt.web.account.AccountRoleApi;
import no.avstemt.web.account.ChartImportPages;
import no.avstemt.web.account.ChartPages;
import no.avstemt.web.account.RolePages;
import no.avstemt.web.account.TaxCodeApi;
import no.avstemt.web.account.TaxCodePages;
import no.avstemt.web.account.TemplateApi;
import no.avstemt.web.account.TemplatePages;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Route;

/** The chart of accounts: accounts, roles, templates and tax codes, for people and programs. */
final class ChartRoutes {

    private ChartRoutes() {}

    static List<Route> of(UnitOfWork unit, ClientFrames frames, Clock clock) {
        ShowChart show = new ShowChart(unit);
        EditAccounts edit = new EditAccounts(unit, clock);
        AssignRoles assign = new AssignRoles(unit, clock);
        FollowTemplate follow = new FollowTemplate(unit, edit, assign, clock);
        ImportChart importChart = new ImportChart(unit, edit);
        return Stream.of(
                        new ChartPages(show, frames).routes(),
                        new AccountPages(show, edit, frames).routes(),
                        new ChartImportPages(importChart, frames).routes(),
                        new TemplatePages(follow, frames).routes(),
                        new RolePages(show, assign, frames).routes(),
                        new TaxCodePages(show, frames, clock).routes(),
                        new AccountApi(show, edit, importChart).routes(),
                        new AccountRoleApi(show, assign).routes(),
                        new TemplateApi(follow).routes(),
                        new TaxCodeApi(show, clock).routes())
                .flatMap(List::stream)
                .toList();
    }
}
