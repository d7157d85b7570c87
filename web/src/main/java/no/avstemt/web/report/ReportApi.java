package no.avstemt.web.report;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.avstemt.application.access.Language;
import no.avstemt.application.report.ProduceReport;
import no.avstemt.application.report.ProduceReport.Produced;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.application.report.Reports;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.TableSink;
import no.avstemt.domain.time.Oslo;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;

/** Every report under its own path, in the format that the caller accepts; its entity tag begins with its seal. */
public final class ReportApi {

    private static final List<Renderer<?>> RENDERERS = List.of(new JsonRenderer(), new HtmlRenderer());
    private static final int DECIMALS = 2;

    private final ProduceReport produceReport;
    private final Clock clock;

    public ReportApi(ProduceReport produceReport, Clock clock) {
        this.produceReport = produceReport;
        this.clock = clock;
    }

    public List<Route> routes() {
        return Reports.ALL.stream().map(this::route).toList();
    }

    private Route route(Report report) {
        ReportParams params = ReportParams.strict(report);
        return Route.get("/api/v2/reports/" + report.id())
                .toReaders()
                .ofClient()
                .takes(params.all())
                .answers(mediaTypes())
                .inJson(ReportSchema.of(report))
                .says(("The report " + report.id() + " of one client account. " + report.about()).strip())
                .by(request -> {
                    Map<String, String> given = new HashMap<>(report.whenMissing(Oslo.today(clock)));
                    given.putAll(params.given(request));
                    ReportQuery query = ReportParams.query(report, request.client(), request, given);
                    return answer(renderer(request), report, query, request);
                });
    }

    static String[] mediaTypes() {
        return RENDERERS.stream().map(Renderer::mediaType).toArray(String[]::new);
    }

    static Renderer<?> renderer(Request request) {
        return RENDERERS.stream()
                .filter(one -> one.mediaType().equals(request.answerAs()))
                .findFirst()
                .orElseThrow();
    }

    private <S extends TableSink> Reply answer(
            Renderer<S> renderer, Report report, ReportQuery query, Request request) {
        Language language = request.language();
        return produceReport
                .run(
                        report,
                        query,
                        seal -> request.has(renderer.entityTag(seal, language)),
                        () -> renderer.sink(language))
                .either(
                        unchanged -> tagged(renderer.unchanged(), renderer.entityTag(unchanged.seal(), language)),
                        produced -> tagged(
                                withTotals(renderer.reply(produced.sink(), language, produced.seal()), produced),
                                renderer.entityTag(produced.seal(), language)));
    }

    static Reply withTotals(Reply reply, Produced<?> produced) {
        Reply whole = produced.draftsLeftOut()
                .map(drafts -> reply.with("X-Drafts-Left-Out", drafts.toString()))
                .orElse(reply);
        for (Figure figure : produced.figures()) {
            whole = whole.with(
                    "X-Total-" + figure.name(),
                    BigDecimal.valueOf(figure.ore(), DECIMALS).toPlainString());
        }
        return whole;
    }

    /** To be kept by the caller alone, and asked about each time. */
    static Reply tagged(Reply reply, String entityTag) {
        return reply.with("ETag", entityTag).with("Cache-Control", "private, no-cache");
    }
}
