package no.avstemt.web.report;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.avstemt.application.access.Language;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.ProduceReport;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.application.report.Reports;
import no.avstemt.domain.time.Oslo;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.SeveralClients;

/** Reports that do not come in pages, of several client accounts at once: rows that say whose they are. */
public final class CombinedReportApi {

    private final ProduceReport produceReport;
    private final Clock clock;
    private final JsonRenderer renderer = new JsonRenderer();

    public CombinedReportApi(ProduceReport produceReport, Clock clock) {
        this.produceReport = produceReport;
        this.clock = clock;
    }

    public List<Route> routes() {
        return Reports.ALL.stream()
                .filter(report -> !report.parameters().contains(Parameters.PAGE))
                .map(this::route)
                .toList();
    }

    private Route route(Report report) {
        ReportParams params = ReportParams.strict(report);
        return Route.get("/api/v2/reports/combined/" + report.id())
                .toReaders()
                .takes(SeveralClients.PARAM)
                .takes(params.all())
                .answers(renderer.mediaType())
                .inJson(ReportSchema.ofSeveral(report))
                .says("The report " + report.id() + " of several client accounts, one after the other: each row carries"
                        + " client_account_id and client_account_name, and the totals in the headers are those of all.")
                .by(request -> {
                    Map<String, String> given = new HashMap<>(report.whenMissing(Oslo.today(clock)));
                    given.putAll(params.given(request));
                    return answer(report, queries(params, given, request), request);
                });
    }

    private static List<ReportQuery> queries(ReportParams params, Map<String, String> given, Request request) {
        return request.get(SeveralClients.PARAM).stream()
                .map(client -> params.query(client, request, given))
                .toList();
    }

    private Reply answer(Report report, List<ReportQuery> queries, Request request) {
        Language language = request.language();
        return produceReport
                .runCombined(
                        report, queries, seal -> request.has(ReportApi.entityTag(seal)), () -> renderer.sink(language))
                .either(
                        unchanged -> ReportApi.sealed(renderer.unchanged(), unchanged.seal()),
                        produced -> ReportApi.sealed(
                                ReportApi.withTotals(
                                        renderer.reply(produced.sink(), language, produced.seal()), produced),
                                produced.seal()));
    }
}
