package no.avstemt.web.sale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.sale.ReadSale;
import no.avstemt.application.sale.ReadSale.Found;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Back;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Fact;
import no.avstemt.web.page.Link;
import no.avstemt.web.settlement.BookedLines;
import no.avstemt.web.settlement.EntryRows;
import no.avstemt.web.settlement.RawJson;
import no.avstemt.web.text.Texts;

/** One sale: what was sold, what Vipps knows of it, the money that came of it, and the row as Vipps gave it. */
public final class SalePages {

    private static final Param<Long> ID =
            Param.required("sale_id", ParamType.number(1, Long.MAX_VALUE / 10)).inPath();

    private final ReadSale readSale;
    private final ClientFrames frames;

    public SalePages(ReadSale readSale, ClientFrames frames) {
        this.readSale = readSale;
        this.frames = frames;
    }

    public List<Route> routes() {
        return List.of(Route.get("/sales/{sale_id}")
                .toReaders()
                .ofClient()
                .takes(ID, Back.PARAM)
                .answers(RouteDraft.HTML)
                .says("The page of one sale with its lines and VAT, and the JSON as Vipps gave it.")
                .by(this::show));
    }

    private Reply show(Request request) {
        Found found = readSale.run(request.client(), request.get(ID)).orElseThrow(Problem::notFound);
        return Reply.page(new View("sale/sale.jte", page(request, found)));
    }

    private SalePage page(Request request, Found found) {
        Texts texts = request.texts();
        Sale sale = found.raw().stored().sale();
        String title = texts.get("sale.title." + sale.kind(), sale.reference()).strip();
        Link list = Link.to(texts.get("page.sales"), Back.to(request, Addresses.sales(request.client())));
        return new SalePage(
                frames.frame(request, RailPage.SALES, title, List.of(list)),
                title,
                figures(sale, request),
                facts(sale, request),
                texts.get("sale.tellsOf", SaleWords.completeness(sale, texts)),
                sale.lines().stream().map(line -> line(sale, line, request)).toList(),
                texts.get("sale.noLines"),
                new EntryRows(request, found.bookings(), found.units()).table(texts.get("sale.money"), found.money()),
                found.money().isEmpty() ? SaleWords.withoutMoney(sale, texts) : "",
                BookedLines.of(found.money().isEmpty() ? found.ownBookings() : found.bookings(), request),
                found.sameOrder().stream().map(other -> other(other, request)).toList(),
                RawJson.indented(found.raw().raw()));
    }

    private static List<Fact> figures(Sale sale, Request request) {
        Texts texts = request.texts();
        return List.of(
                Fact.of(
                        texts.get("column.gross"),
                        SaleWords.amount(sale, sale.gross().map(Money::minor), request)),
                Fact.of(texts.get("column.net"), SaleWords.amount(sale, sale.net(), request)),
                Fact.of(texts.get("column.vat"), SaleWords.amount(sale, sale.vat(), request)));
    }

    private static List<Fact> facts(Sale sale, Request request) {
        Texts texts = request.texts();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(texts.get("entry.time"), request.formats().dateAndTime(sale.time())));
        facts.add(Fact.of(texts.get("column.payment"), SaleWords.payment(sale.paymentType(), texts)));
        facts.add(Fact.of(texts.get("column.solution"), SaleWords.solution(sale.solution(), texts)));
        facts.add(Fact.of(texts.get("column.category"), SaleWords.category(sale.salesCategory())));
        facts.add(Fact.of(texts.get("entry.ledger"), sale.ledger().value()));
        facts.add(Fact.linked(
                texts.get("column.reference"),
                sale.reference(),
                Addresses.settlementEntries(request.client()).with("search", sale.reference())));
        sale.pspReference()
                .ifPresent(psp -> facts.add(Fact.linked(
                        texts.get("column.psp"),
                        psp,
                        Addresses.settlementEntries(request.client()).with("search", psp))));
        return facts.stream().filter(fact -> !fact.value().isEmpty()).toList();
    }

    private static SalePage.Line line(Sale sale, SaleLine line, Request request) {
        return new SalePage.Line(
                line.name(),
                line.category().orElse(""),
                request.formats().decimal(line.quantity()),
                line.vatRate().map(rate -> request.formats().rate(rate)).orElse("\u2013"),
                SaleWords.amount(sale, line.net(), request),
                SaleWords.amount(sale, line.vat(), request),
                SaleWords.amount(sale, Optional.of(line.gross()), request));
    }

    private static Link other(StoredSale other, Request request) {
        Sale sale = other.sale();
        String label = request.texts()
                .get(
                        "sale.other",
                        SaleWords.kind(sale.kind(), request.texts()),
                        request.formats().dateAndTime(sale.time()),
                        SaleWords.amount(sale, sale.gross().map(Money::minor), request));
        return Link.to(label, Addresses.sale(request.client(), other.id()).toString());
    }
}
