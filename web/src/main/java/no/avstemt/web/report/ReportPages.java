package no.avstemt.web.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.avstemt.application.favourite.KeepFavourites;
import no.avstemt.application.register.DimensionValues;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.ProduceReport;
import no.avstemt.application.report.ProduceReport.Produced;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.application.report.Reports;
import no.avstemt.domain.report.CollectingSink;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.ReportHead;
import no.avstemt.domain.time.Oslo;
import no.avstemt.web.favourite.FavouritePages;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;
import no.avstemt.web.report.ReportPage.Highlight;
import no.avstemt.web.text.Texts;

/** Reports as pages of the portal. Without dates, this fiscal year so far. */
public final class ReportPages {

    private static final Set<String> LEAVING_NOTHING_OUT =
            Set.of(ReportHead.COMPARED_WITH, "filter." + Parameters.GROUP_BY_DIMENSION.name());

    private final ProduceReport produceReport;
    private final KeepFavourites favourites;
    private final ValueFields fields;
    private final ClientFrames frames;
    private final Clock clock;

    public ReportPages(
            ProduceReport produceReport,
            DimensionValues values,
            KeepFavourites favourites,
            ClientFrames frames,
            Clock clock) {
        this.produceReport = produceReport;
        this.fields = new ValueFields(values);
        this.favourites = favourites;
        this.frames = frames;
        this.clock = clock;
    }

    public List<Route> routes() {
        return Stream.concat(
                        Stream.of(new ReportListPages(frames).route()),
                        Reports.ALL.stream().map(this::route))
                .toList();
    }

    private Route route(Report report) {
        ReportParams params = ReportParams.lenient(report);
        return Route.get("/" + report.id())
                .toReaders()
                .ofClient()
                .takes(params.all())
                .takes(ChosenValues.CHOSEN)
                .takes(ValueFields.params(report))
                .answers(RouteDraft.HTML)
                .says("The page of the report " + report.id() + ".")
                .by(request -> {
                    Faults faults = Faults.none();
                    Map<String, String> given = fields.read(report, params.given(request), request, faults);
                    boolean fromForm = request.get(ChosenValues.CHOSEN) || ValueFields.isAnyTyped(report, request);
                    return fromForm && !faults.any()
                            ? Reply.seeOther(address(report, given, request).toString())
                            : show(report, given, request, faults);
                });
    }

    /** The shortest that says the same: what a form led to can be kept and sent. */
    private static Address address(Report report, Map<String, String> given, Request request) {
        return Addresses.report(report.id(), request.client()).with(ReportParams.shortest(report, given));
    }

    private Reply show(Report report, Map<String, String> given, Request request, Faults faults) {
        PageDates.add(report, given, produceReport.fiscalYear(request.client()), Oslo.today(clock));
        ReportQuery query = ReportParams.query(report, request.client(), request, given);
        return produceReport
                .run(report, query, seal -> false, CollectingSink::new)
                .either(
                        unchanged -> {
                            throw new IllegalStateException("Nobody has this page already");
                        },
                        produced -> Reply.page(
                                new View("report/report.jte", page(report, query, produced, request, faults))));
    }

    private ReportPage page(
            Report report, ReportQuery query, Produced<CollectingSink> produced, Request request, Faults faults) {
        CollectingSink table = produced.sink();
        PageLinks links = new PageLinks(report, query, produceReport.fiscalYear(query.client()));
        ChosenValues values = fields.chosen(report, query, request, faults);
        Selection selection = ReportSelection.of(report, query, values, request.texts());
        return new ReportPage(
                frame(report, query, request),
                title(report, request.texts()),
                ReportSentence.company(table.head(), request.language()),
                selection,
                faults,
                ReportSentence.filters(table.head(), selection.said(), request.language()),
                ReportSentence.drafts(table.head(), request.language()).stream().toList(),
                highlights(report, table.head(), produced.figures(), request),
                Figures.table(table, request.language(), links),
                table.head()
                        .paging()
                        .map(paging -> NumberedPager.of(
                                paging.count(),
                                page -> links.page(page).toString(),
                                request.texts(),
                                request.formats()))
                        .orElse(NumberedPager.NONE),
                List.of(Link.to(request.texts().get("report.document"), inApi(report, query))),
                RelatedReports.below(report, query, request.texts()),
                request.texts().get("report.seal", produced.seal().hex()),
                FavouritePages.list(favourites, request));
    }

    static List<Highlight> highlights(Report report, ReportHead head, List<Figure> figures, Request request) {
        boolean whole = report.parameters().contains(Parameters.ACCOUNT_CODES)
                && head.filters().stream().map(ReportHead.Filter::key).allMatch(LEAVING_NOTHING_OUT::contains);
        return figures.stream()
                .filter(figure -> !figure.name().equals("Incoming"))
                .map(figure -> highlight(figure, whole, request))
                .toList();
    }

    /** Only the whole of the books is known to sum to zero. */
    private static Highlight highlight(Figure figure, boolean whole, Request request) {
        String key = "figure." + figure.name();
        String ofLess = key + ".negative";
        boolean isLess = figure.ore() < 0 && request.texts().has(ofLess);
        return new Highlight(
                request.texts().get(isLess ? ofLess : key),
                request.formats().amount(isLess ? Math.negateExact(figure.ore()) : figure.ore()),
                whole && figure.name().equals("Outgoing") && figure.ore() == 0);
    }

    /** The same question to the API; a browser gets the document. */
    private static String inApi(Report report, ReportQuery query) {
        return Address.of("/api/v2/reports/" + report.id())
                .with(Addresses.CLIENT, query.client())
                .with(new TreeMap<>(query.given()))
                .toString();
    }

    /** Below the list of all reports where the rail does not offer it, and below the report that it belongs to. */
    private Frame frame(Report report, ReportQuery query, Request request) {
        Texts texts = request.texts();
        RailPage page = RailPage.of(RelatedReports.inRail(report).id()).orElseThrow();
        List<Link> between = new ArrayList<>();
        if (page.inRail() == RailPage.REPORTS) {
            between.add(Link.to(
                    texts.get(RailPage.REPORTS.textKey()),
                    Addresses.reports(query.client()).toString()));
        }
        RelatedReports.above(report).ifPresent(above -> between.add(RelatedReports.link(above, query, texts)));
        return frames.frame(request, page, title(report, texts), between);
    }

    private static String title(Report report, Texts texts) {
        return texts.get("report." + report.id());
    }
}
