package no.avstemt;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import no.avstemt.application.client.ListClients;
import no.avstemt.application.client.TakeLedgerIntoUse;
import no.avstemt.application.connection.Connect;
import no.avstemt.application.connection.ListConnections;
import no.avstemt.application.sync.Rounds;
import no.avstemt.web.connection.ConnectionApi;
import no.avstemt.web.connection.ConnectionPages;
import no.avstemt.web.connection.LedgerPages;
import no.avstemt.web.connection.VippsLedgerApi;
import no.avstemt.web.frame.OfficeFrames;
import no.avstemt.web.http.Route;

/** The office's connections to Vipps and the ledgers that they see, as pages and as resources. */
record ConnectionRoutes(
        ListConnections connections,
        Connect connect,
        ListClients clients,
        TakeLedgerIntoUse takeLedgerIntoUse,
        Rounds rounds,
        Clock clock) {

    List<Route> of(OfficeFrames frames) {
        return Stream.of(
                        new ConnectionPages(connections, connect, frames).routes(),
                        new LedgerPages(connections, clients, takeLedgerIntoUse, rounds, frames, clock).routes(),
                        new ConnectionApi(connections, connect).routes(),
                        new VippsLedgerApi(connections, clients, takeLedgerIntoUse, rounds, clock).routes())
                .flatMap(List::stream)
                .toList();
    }
}
