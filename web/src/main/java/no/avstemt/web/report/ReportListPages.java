package no.avstemt.web.report;

import java.util.List;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.Reports;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Link;
import no.avstemt.web.text.Texts;

/** Every report of a client account, each with a sentence on what it is for. */
final class ReportListPages {

    private final ClientFrames frames;

    ReportListPages(ClientFrames frames) {
        this.frames = frames;
    }

    Route route() {
        return Route.get("/reports")
                .toReaders()
                .ofClient()
                .answers(RouteDraft.HTML)
                .says("The list of all reports.")
                .by(request -> Reply.page(new View("report/reports.jte", page(request))));
    }

    private ReportList page(Request request) {
        Texts texts = request.texts();
        List<ReportList.Row> rows =
                Reports.ALL.stream().map(report -> row(report, request, texts)).toList();
        return new ReportList(
                frames.frame(request, RailPage.REPORTS),
                texts.get(RailPage.REPORTS.textKey()),
                rows,
                Link.to(texts.get("combined.title"), Addresses.COMBINED_REPORTS));
    }

    private static ReportList.Row row(Report report, Request request, Texts texts) {
        String address = Addresses.report(report.id(), request.client()).toString();
        return new ReportList.Row(
                Link.to(texts.get("report." + report.id()), address), texts.get("reports.about." + report.id()));
    }
}
