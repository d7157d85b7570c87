package no.avstemt.web.report;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.avstemt.application.client.ClientStore.ClientName;
import no.avstemt.application.client.ListClients;
import no.avstemt.application.favourite.KeepFavourites;
import no.avstemt.application.report.CombinedReport;
import no.avstemt.application.report.CombinedReport.Part;
import no.avstemt.application.report.Parameter;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.ProduceReport;
import no.avstemt.application.report.ProduceReport.Produced;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.application.report.Reports;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.report.CollectingSink;
import no.avstemt.domain.report.PageCount;
import no.avstemt.domain.report.Paging;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.domain.time.Oslo;
import no.avstemt.web.favourite.FavouritePages;
import no.avstemt.web.frame.OfficeFrames;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.SeveralClients;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;
import no.avstemt.web.text.Texts;

/**
 * Any report of the client accounts that the reader ticks, as one page: what each comes to, and the reports themselves. A
 * report without pages of its own is shown of some client accounts at a time. Without dates, this calendar year so far.
 */
public final class CombinedPages {

    static final Param<Report> REPORT = Param.withDefault(
            "report", ParamType.choice(byId()), Reports.ALL.get(0).id());

    private static final int CLIENTS_PER_PAGE = 25;

    private final ProduceReport produceReport;
    private final ListClients listClients;
    private final KeepFavourites favourites;
    private final OfficeFrames frames;
    private final Clock clock;
    private final ReportParams params = ReportParams.lenient(Reports.ALL);

    public CombinedPages(
            ProduceReport produceReport,
            ListClients listClients,
            KeepFavourites favourites,
            OfficeFrames frames,
            Clock clock) {
        this.produceReport = produceReport;
        this.listClients = listClients;
        this.favourites = favourites;
        this.frames = frames;
        this.clock = clock;
    }

    private static Map<String, Report> byId() {
        Map<String, Report> byId = new LinkedHashMap<>();
        Reports.ALL.forEach(report -> byId.put(report.id(), report));
        return byId;
    }

    public List<Route> routes() {
        return List.of(Route.get(Addresses.COMBINED_REPORTS)
                .toReaders()
                .takes(SeveralClients.TICKED, ClientChoice.ONLY_TICKED, REPORT)
                .takes(params.all())
                .answers(RouteDraft.HTML)
                .says("The page of any report of several client accounts.")
                .by(this::show));
    }

    private Reply show(Request request) {
        List<ClientName> visible = listClients.names(request.caller());
        ClientChoice clients = ClientChoice.of(request, visible);
        Map<String, String> given = params.given(request);
        if (request.get(ClientChoice.ONLY_TICKED) && !clients.chosen().isEmpty()) {
            Address page = Address.of(Addresses.COMBINED_REPORTS)
                    .with(REPORT.name(), request.get(REPORT).id());
            return Reply.seeOther(clients.in(page.with(new TreeMap<>(given))).toString());
        }
        Asked asked = new Asked(request, request.get(REPORT), clients, dated(request.get(REPORT), given));
        return Reply.page(new View("report/combined.jte", page(asked)));
    }

    /** Those that the report takes, of the same days as were asked for of another. */
    private Map<String, String> dated(Report report, Map<String, String> given) {
        Map<String, String> own = PageDates.byBothNames(given);
        PageDates.add(report, own, FiscalYear.CALENDAR, Oslo.today(clock));
        own.keySet().retainAll(report.parameters().stream().map(Parameter::name).collect(Collectors.toSet()));
        return own;
    }

    /** @param given what the report is asked for, its dates included */
    private record Asked(Request request, Report report, ClientChoice clients, Map<String, String> given) {

        ReportQuery of(ClientName client) {
            return ReportParams.query(report, client.id(), request, given);
        }

        boolean isPaged() {
            return report.parameters().contains(Parameters.PAGE);
        }

        Texts texts() {
            return request.texts();
        }

        /** Of all client accounts, from the first page on. */
        Address page() {
            Map<String, String> unpaged = new TreeMap<>(given);
            unpaged.remove(Parameters.PAGE.name());
            return Address.of(Addresses.COMBINED_REPORTS)
                    .with(REPORT.name(), report.id())
                    .with(unpaged);
        }
    }

    private CombinedPage page(Asked asked) {
        if (asked.clients().chosen().isEmpty()) {
            return empty(asked);
        }
        long page = Long.parseLong(params.given(asked.request()).getOrDefault(Parameters.PAGE.name(), "1"));
        Paging clients = new Paging(asked.clients().chosen().size(), CLIENTS_PER_PAGE, page);
        Set<ClientAccountId> shown = asked.clients().chosen().stream()
                .skip(clients.before())
                .limit(CLIENTS_PER_PAGE)
                .map(ClientName::id)
                .collect(Collectors.toSet());
        return produceReport
                .runCombined(
                        asked.report(),
                        asked.clients().chosen().stream().map(asked::of).toList(),
                        seal -> false,
                        query -> asked.isPaged() || shown.contains(query.client())
                                ? Optional.of(new CollectingSink())
                                : Optional.empty())
                .either(
                        unchanged -> {
                            throw new IllegalStateException("Nobody has this page already");
                        },
                        produced ->
                                page(asked, produced, produced.sink().pages().orElse(clients.count())));
    }

    private CombinedPage page(Asked asked, Produced<CombinedReport<CollectingSink>> produced, PageCount count) {
        CombinedReport<CollectingSink> report = produced.sink();
        Request request = asked.request();
        List<CombinedPage.Part> parts = report.parts().stream()
                .flatMap(part -> part.rows().map(rows -> part(asked, part, rows)).stream())
                .toList();
        Selection selection = ReportSelection.ofSeveral(
                asked.report(), asked.of(asked.clients().chosen().get(0)), asked.texts());
        return new CombinedPage(
                frame(request),
                asked.texts().get("report." + asked.report().id()),
                CombinedSentence.companies(report, request.language()),
                selection,
                asked.clients().ticks(asked.page(), asked.texts(), request.formats()),
                ReportSentence.filters(report.head(), selection.said(), request.language()),
                ReportSentence.drafts(report.head(), request.language()).stream()
                        .toList(),
                ReportPages.highlights(asked.report(), report.head(), produced.figures(), request),
                CombinedSums.table(report, part -> alone(asked.report(), part), request.language()),
                parts,
                parts.isEmpty() ? CombinedSentence.none(count, request.language()) : "",
                NumberedPager.of(count, number -> address(asked, number), asked.texts(), request.formats()),
                List.of(Link.to(asked.texts().get("report.document"), inApi(asked))),
                asked.texts().get("report.seal", produced.seal().hex()),
                FavouritePages.combined(favourites, request));
    }

    /** Nothing is ticked, or there is nothing to tick. */
    private CombinedPage empty(Asked asked) {
        List<ClientName> visible = asked.clients().visible();
        return new CombinedPage(
                frame(asked.request()),
                asked.texts().get("combined.title"),
                "",
                visible.isEmpty()
                        ? new Selection(Addresses.COMBINED_REPORTS, List.of())
                        : ReportSelection.ofSeveral(asked.report(), asked.of(visible.get(0)), asked.texts()),
                asked.clients()
                        .ticks(asked.page(), asked.texts(), asked.request().formats()),
                List.of(),
                List.of(),
                List.of(),
                FigureTable.NONE,
                List.of(),
                asked.texts().get(visible.isEmpty() ? "front.empty" : "combined.choose"),
                NumberedPager.NONE,
                List.of(),
                "",
                FavouritePages.combined(favourites, asked.request()));
    }

    private CombinedPage.Part part(Asked asked, Part<CollectingSink> part, CollectingSink rows) {
        Request request = asked.request();
        PageLinks links = new PageLinks(
                asked.report(),
                part.query(),
                produceReport.fiscalYear(part.query().client()));
        return new CombinedPage.Part(
                Link.to(part.head().clientName(), alone(asked.report(), part)),
                request.formats()
                        .organisationNumber(part.head().organisationNumber().digits()),
                Figures.table(rows, request.language(), links)
                        .of(ReportSentence.company(part.head(), request.language())));
    }

    /** The page of the same report of one client account. */
    private static String alone(Report report, Part<?> part) {
        return Addresses.report(report.id(), part.query().client())
                .with(new TreeMap<>(part.query().given()))
                .toString();
    }

    private static String address(Asked asked, long page) {
        return asked.clients()
                .in(asked.page().with(Parameters.PAGE.name(), page))
                .toString();
    }

    /** The same question to the API; a browser gets the document. */
    private static String inApi(Asked asked) {
        return Address.of(CombinedReportApi.PATH + asked.report().id())
                .with(SeveralClients.PARAM.name(), asked.clients().ids())
                .with(asked.given())
                .toString();
    }

    private Frame frame(Request request) {
        return frames.frame(request, request.texts().get("combined.title"), List.of(), "");
    }
}
