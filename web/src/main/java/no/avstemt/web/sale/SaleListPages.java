package no.avstemt.web.sale;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.journal.EntryView;
import no.avstemt.application.sale.ListSales;
import no.avstemt.application.sale.SaleQuery;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.sale.Sale;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Back;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.journal.Trail;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Frame;
import no.avstemt.web.settlement.EntryWords;
import no.avstemt.web.settlement.Places;
import no.avstemt.web.text.Texts;

/** The list of sales. */
public final class SaleListPages {

    private final ListSales listSales;
    private final ClientFrames frames;

    public SaleListPages(ListSales listSales, ClientFrames frames) {
        this.listSales = listSales;
        this.frames = frames;
    }

    public List<Route> routes() {
        return List.of(Route.get("/sales")
                .toReaders()
                .ofClient()
                .takes(SaleFilter.all())
                .answers(RouteDraft.HTML)
                .says("The page of sales, the latest first.")
                .by(this::show));
    }

    private Reply show(Request request) {
        SaleFilter filter = SaleFilter.of(request);
        ListSales.Found found = listSales.run(filter.query(request)).orElseThrow(Problem::notFound);
        return Reply.page(new View("sale/sales.jte", page(request, filter, found)));
    }

    private SalesPage page(Request request, SaleFilter filter, ListSales.Found found) {
        Optional<EntryView.Line> line = filter.line()
                .flatMap(asked -> found.behind().map(entry -> entry.lines().get(asked.lineNo() - 1)));
        return new SalesPage(
                frame(request, filter, found),
                line.map(shown -> lead(shown, found, request)).orElse(""),
                filter.line()
                        .map(asked -> Addresses.journalLine(request.client(), asked.entryId(), asked.lineNo())
                                .toString())
                        .orElse(""),
                request.client().toString(),
                filter.search().orElse(""),
                Addresses.sales(request.client()).toString(),
                filter.selection(request, found.ledgers()),
                found.page().rows().stream().map(row -> row(row, request)).toList(),
                Places.pager(found.page(), filter.address(request), row -> SaleFilter.text(row.place())),
                request.texts().get(filter.search().isPresent() ? "sales.notFound" : "sales.none"));
    }

    private Frame frame(Request request, SaleFilter filter, ListSales.Found found) {
        return filter.line()
                .flatMap(line -> found.behind()
                        .map(entry -> frames.frame(
                                request,
                                RailPage.SALES,
                                request.texts().get("page.sales"),
                                Trail.toEntry(request.client(), entry, line.lineNo(), request))))
                .orElseGet(() -> frames.frame(request, RailPage.SALES));
    }

    private static String lead(EntryView.Line line, ListSales.Found found, Request request) {
        return request.texts()
                .get(
                        "sales.behind",
                        Integer.toString(line.lineNo()),
                        EntryWords.number(found.behind().orElseThrow().ref()),
                        line.account().code() + " "
                                + line.account().name(request.language().tag()),
                        request.formats().amount(line.amount()),
                        request.formats().count(line.sales()));
    }

    private static SalesPage.Row row(SaleQuery.Row row, Request request) {
        Sale sale = row.stored().sale();
        Texts texts = request.texts();
        Optional<String> moved = row.settlementEntry()
                .map(id -> Addresses.settlementEntry(request.client(), id).toString());
        return new SalesPage.Row(
                Back.from(
                                request,
                                Addresses.sales(request.client()),
                                Addresses.sale(request.client(), row.stored().id()))
                        .toString(),
                request.formats().date(sale.time()),
                request.formats().time(sale.time()),
                SaleWords.kind(sale.kind(), texts),
                sale.reference(),
                SaleWords.payment(sale.paymentType(), texts),
                SaleWords.solution(sale.solution(), texts),
                SaleWords.category(sale.salesCategory()),
                SaleWords.amount(sale, sale.gross().map(Money::minor), request),
                SaleWords.amount(sale, sale.vat(), request),
                SaleWords.completeness(sale, texts),
                moved.isPresent() ? texts.get("sale.money.yes") : SaleWords.withoutMoney(sale, texts),
                moved.orElse(""));
    }
}
