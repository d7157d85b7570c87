package no.avstemt;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.ReadOfficeHistory;
import no.avstemt.application.client.ListClients;
import no.avstemt.application.client.ShowMorning;
import no.avstemt.application.client.TakeLedgerIntoUse;
import no.avstemt.application.connection.Connect;
import no.avstemt.application.connection.ListConnections;
import no.avstemt.application.favourite.KeepFavourites;
import no.avstemt.application.report.ProduceReport;
import no.avstemt.web.connection.ConnectionApi;
import no.avstemt.web.connection.ConnectionPages;
import no.avstemt.web.connection.LedgerPages;
import no.avstemt.web.connection.VippsLedgerApi;
import no.avstemt.web.frame.OfficeFrames;
import no.avstemt.web.front.FrontPages;
import no.avstemt.web.go.GoPages;
import no.avstemt.web.history.OfficeEventApi;
import no.avstemt.web.http.Route;
import no.avstemt.web.report.CombinedPages;

/**
 * What is the office's and no client account's: its morning, reports of several client accounts, and its connections to
 * Vipps with the ledgers they see.
 */
record OfficeRoutes(
        UnitOfWork unit,
        ListConnections connections,
        Connect connect,
        ListClients clients,
        TakeLedgerIntoUse takeLedgerIntoUse,
        Fetching fetching,
        Clock clock) {

    List<Route> of(OfficeFrames frames) {
        ReadOfficeHistory history = new ReadOfficeHistory(unit);
        return Stream.of(
                        new FrontPages(new ShowMorning(unit, clients, clock), fetching.show(), frames, clock).routes(),
                        new GoPages(clients, frames).routes(),
                        new CombinedPages(
                                        new ProduceReport(unit),
                                        clients,
                                        new KeepFavourites(unit, clock),
                                        frames,
                                        clock)
                                .routes(),
                        new ConnectionPages(connections, connect, history, frames).routes(),
                        new LedgerPages(connections, clients, takeLedgerIntoUse, fetching.now(), frames, clock)
                                .routes(),
                        fetching.routes(clients, frames),
                        new ConnectionApi(connections, connect).routes(),
                        new OfficeEventApi(history).routes(),
                        new VippsLedgerApi(connections, clients, takeLedgerIntoUse, fetching.now(), clock).routes())
                .flatMap(List::stream)
                .toList();
    }
}
