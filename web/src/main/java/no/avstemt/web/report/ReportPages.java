package no.avstemt.web.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.ProduceReport;
import no.avstemt.application.report.ProduceReport.Produced;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.application.report.Reports;
import no.avstemt.domain.report.CollectingSink;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.time.Oslo;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;
import no.avstemt.web.report.ReportPage.Highlight;
import no.avstemt.web.text.Texts;

/** Reports as pages of the portal. Without dates, this year so far. */
public final class ReportPages {

    private final ProduceReport produceReport;
    private final ClientFrames frames;
    private final Clock clock;

    public ReportPages(ProduceReport produceReport, ClientFrames frames, Clock clock) {
        this.produceReport = produceReport;
        this.frames = frames;
        this.clock = clock;
    }

    public List<Route> routes() {
        return Reports.ALL.stream().map(this::route).toList();
    }

    private Route route(Report report) {
        ReportParams params = ReportParams.lenient(report);
        return Route.get("/" + report.id())
                .toReaders()
                .ofClient()
                .takes(params.all())
                .answers(RouteDraft.HTML)
                .says("The page of the report " + report.id() + ".")
                .by(request -> {
                    Map<String, String> given = new TreeMap<>(params.given(request));
                    LocalDate today = Oslo.today(clock);
                    given.putIfAbsent(
                            Parameters.DATE_FROM.name(), today.withDayOfYear(1).toString());
                    given.putIfAbsent(Parameters.DATE_TO.name(), today.toString());
                    return show(report, params.query(request, given), request);
                });
    }

    private Reply show(Report report, ReportQuery query, Request request) {
        return produceReport
                .run(report, query, seal -> false, CollectingSink::new)
                .either(
                        unchanged -> {
                            throw new IllegalStateException("Nobody has this page already");
                        },
                        produced -> Reply.page(new View("report/report.jte", page(report, query, produced, request))));
    }

    private ReportPage page(Report report, ReportQuery query, Produced<CollectingSink> produced, Request request) {
        CollectingSink table = produced.sink();
        return new ReportPage(
                frame(report, request),
                title(report, request.texts()),
                ReportSentence.company(table.head(), request.language()),
                ReportSelection.of(report, query, request.texts()),
                highlights(produced, request),
                Figures.table(table, request.language()),
                List.of(Link.to(request.texts().get("report.document"), inApi(report, query))),
                request.texts().get("report.seal", produced.seal().hex()));
    }

    private static List<Highlight> highlights(Produced<CollectingSink> produced, Request request) {
        boolean whole = produced.sink().head().filters().isEmpty();
        return produced.figures().stream()
                .filter(figure -> !figure.name().equals("Incoming"))
                .map(figure -> highlight(figure, whole, request))
                .toList();
    }

    /** Only the whole of the books is known to sum to zero. */
    private static Highlight highlight(Figure figure, boolean whole, Request request) {
        String key = "figure." + figure.name();
        return new Highlight(
                request.texts().get(key),
                request.formats().amount(figure.ore()),
                whole && figure.name().equals("Outgoing") && figure.ore() == 0);
    }

    /** The same question to the API; a browser gets the document. */
    private static String inApi(Report report, ReportQuery query) {
        Map<String, String> asked = new TreeMap<>(query.given());
        asked.put(Route.CLIENT, query.client().toString());
        return asked.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "/api/v2/reports/" + report.id() + "?", ""));
    }

    private Frame frame(Report report, Request request) {
        return frames.frame(request, RailPage.of(report.id()).orElseThrow());
    }

    private static String title(Report report, Texts texts) {
        return texts.get("report." + report.id());
    }
}
