package no.avstemt.web.report;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.access.Language;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.ProduceReport;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.application.report.Reports;
import no.avstemt.domain.report.TableSink;
import no.avstemt.domain.time.Oslo;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.SeveralClients;

/** Every report of several client accounts at once, one after the other, in the format that the caller accepts. */
public final class CombinedReportApi {

    static final String PATH = "/api/v2/reports/combined/";

    private static final String PAGES =
            " Pages are counted through all: those of the first client account, then those of"
                    + " the second, and so on, in the order of client_account_ids. A page holds rows of one client account only;"
                    + " one without rows has no page. records, pages and the totals are those of all, whatever is on the page.";

    private final ProduceReport produceReport;
    private final Clock clock;

    public CombinedReportApi(ProduceReport produceReport, Clock clock) {
        this.produceReport = produceReport;
        this.clock = clock;
    }

    public List<Route> routes() {
        return Reports.ALL.stream().map(this::route).toList();
    }

    private Route route(Report report) {
        ReportParams params = ReportParams.strict(report);
        return Route.get(PATH + report.id())
                .toReaders()
                .takes(SeveralClients.PARAM)
                .takes(params.all())
                .answers(ReportApi.mediaTypes())
                .inJson(ReportSchema.ofSeveral(report))
                .says(description(report))
                .by(request -> {
                    Map<String, String> given = new HashMap<>(report.whenMissing(Oslo.today(clock)));
                    given.putAll(params.given(request));
                    List<ReportQuery> queries = request.get(SeveralClients.PARAM).stream()
                            .map(client -> ReportParams.query(report, client, request, given))
                            .toList();
                    return answer(ReportApi.renderer(request), report, queries, request);
                });
    }

    private static String description(Report report) {
        return "The report " + report.id() + " of several client accounts, one after the other: each row carries"
                + " client_account_id and client_account_name, and the totals in the headers are those of all. Ids of"
                + " dimensions and partners belong to one client account; in the others they give no rows."
                + (report.parameters().contains(Parameters.PAGE) ? PAGES : "");
    }

    private <S extends TableSink> Reply answer(
            Renderer<S> renderer, Report report, List<ReportQuery> queries, Request request) {
        Language language = request.language();
        return produceReport
                .runCombined(
                        report,
                        queries,
                        seal -> request.has(renderer.entityTag(seal, language)),
                        query -> Optional.of(renderer.sinkAmongSeveral(query.client(), language)))
                .either(
                        unchanged ->
                                ReportApi.tagged(renderer.unchanged(), renderer.entityTag(unchanged.seal(), language)),
                        produced -> ReportApi.tagged(
                                ReportApi.withTotals(
                                        renderer.combined(produced.sink(), language, produced.seal()), produced),
                                renderer.entityTag(produced.seal(), language)));
    }
}
