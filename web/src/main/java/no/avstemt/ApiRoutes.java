package no.avstemt;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.client.ListClients;
import no.avstemt.application.finding.ListFindings;
import no.avstemt.application.once.AnswerOfficeOnce;
import no.avstemt.application.once.AnswerOnce;
import no.avstemt.application.report.ProduceReport;
import no.avstemt.web.client.ClientApi;
import no.avstemt.web.finding.FindingApi;
import no.avstemt.web.frame.OfficeFrames;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.Routes;
import no.avstemt.web.http.WebServer;
import no.avstemt.web.once.OnceRoutes;
import no.avstemt.web.openapi.ApiDocs;
import no.avstemt.web.report.CombinedReportApi;
import no.avstemt.web.report.ReportApi;

/** The API's resources that only read, and what the API as a whole has beside its resources. */
record ApiRoutes(UnitOfWork unit, WebServer server, OfficeFrames frames, Clock clock) {

    static List<Route> of(
            ProduceReport produceReport, ListClients listClients, ListFindings listFindings, Clock clock) {
        return Stream.of(
                        new ReportApi(produceReport, clock).routes(),
                        new CombinedReportApi(produceReport, clock).routes(),
                        new ClientApi(listClients).routes(),
                        new FindingApi(listFindings).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** The table of everything, the API's own routes included. */
    Routes over(Routes table) {
        AnswerOnce ofClients = new AnswerOnce(unit, clock);
        AnswerOfficeOnce ofOffice = new AnswerOfficeOnce(unit, clock);
        Routes once = new OnceRoutes(ofClients, ofOffice, server.rendering()).over(table);
        return Routes.of(once.all(), new ApiDocs(once, frames).routes());
    }
}
