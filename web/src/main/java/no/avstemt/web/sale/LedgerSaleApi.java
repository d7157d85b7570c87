package no.avstemt.web.sale;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.paging.From;
import no.avstemt.application.paging.Slice;
import no.avstemt.application.sale.ListSales;
import no.avstemt.application.sale.SaleQuery;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;

/** {@code /api/v2/vipps/ledgers/{ledger_id}/sales}: the sales that are stored of a ledger, with what was sold. */
public final class LedgerSaleApi {

    private static final Param<String> LEDGER =
            Param.required("ledger_id", ParamType.text(100)).inPath();
    private static final Kind<String> TEXT = Kind.text(1_000);

    private static final Resource<SaleLine> LINE = Resource.<SaleLine>named("SaleLine")
            .with("line_id", TEXT, SaleLine::lineId)
            .with("name", TEXT, SaleLine::name)
            .with("quantity", Kind.decimal(12, 6), SaleLine::quantity)
            .with("gross_amount", Kind.amount(), SaleLine::gross)
            .described("Discount taken off, VAT included.")
            .maybe("net_amount", Kind.amount(), SaleLine::net)
            .maybe("vat_rate", Kind.decimal(3, 2), line -> line.vatRate().map(rate -> BigDecimal.valueOf(rate, 2)))
            .described("Percent; null when the merchant has entered none.")
            .maybe("vat_amount", Kind.amount(), SaleLine::vat)
            .maybe("category", TEXT, SaleLine::category);

    private static final Resource<StoredSale> SALE = Resource.<StoredSale>named("Sale")
            .with("id", Kind.id(), StoredSale::id)
            .with("ledger_id", TEXT, stored -> stored.sale().ledger().value())
            .with("kind", TEXT, stored -> stored.sale().kind() == Sale.Kind.CAPTURE ? "capture" : "refund")
            .described("capture or refund; amounts are positive for both.")
            .with("time", Kind.moment(), stored -> stored.sale().time())
            .with("business_date", Kind.date(), stored -> stored.sale().businessDate())
            .maybe("currency", TEXT, stored -> stored.sale().gross().map(LedgerSaleApi::currency))
            .with("gross_amount", Kind.amount(), stored -> stored.sale().total())
            .maybe("net_amount", Kind.amount(), stored -> stored.sale().net())
            .maybe("vat_amount", Kind.amount(), stored -> stored.sale().vat())
            .maybe("psp_reference", TEXT, stored -> stored.sale().pspReference())
            .with("reference", TEXT, stored -> stored.sale().reference())
            .maybe("payment_type", TEXT, stored -> stored.sale().paymentType())
            .maybe("solution", TEXT, stored -> stored.sale().solution())
            .maybe("sales_category", TEXT, stored -> stored.sale().salesCategory())
            .each("lines", LINE, stored -> stored.sale().lines());

    private final ListSales listSales;

    public LedgerSaleApi(ListSales listSales) {
        this.listSales = listSales;
    }

    public List<Route> routes() {
        return List.of(Route.get("/api/v2/vipps/ledgers/{ledger_id}/sales")
                .toReaders()
                .ofClient()
                .takes(LEDGER, SaleFilter.DATE_FROM, SaleFilter.DATE_TO)
                .slices(SALE, SaleFilter.AFTER)
                .says(
                        "The sales that are stored of a ledger of the client account, with what was sold, the latest first;"
                                + " from and to are days in Oslo. 404 when the ledger is another's.")
                .by(this::list));
    }

    private Reply list(Request request) {
        if (request.get(LEDGER).isBlank()) {
            throw Problem.notFound();
        }
        long perPage = request.get(Paged.PER_PAGE);
        Slice<StoredSale> page =
                listSales.ofLedger(query(request, Math.toIntExact(perPage))).orElseThrow(Problem::notFound);
        return Reply.json(Paged.envelope(page, perPage, LedgerSaleApi::place, SALE::json));
    }

    private static String place(StoredSale stored) {
        return SaleFilter.text(new SaleQuery.Place(stored.sale().time(), stored.id()));
    }

    /** @throws Problem 400 when the dates do not go together */
    private static SaleQuery query(Request request, int perPage) {
        Optional<LocalDate> first = request.get(SaleFilter.DATE_FROM);
        Optional<LocalDate> last = request.get(SaleFilter.DATE_TO);
        if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
            throw Problem.badRequest("error.dateOrder", "date_from", "date_to");
        }
        return new SaleQuery(
                request.client(),
                Optional.of(new LedgerId(request.get(LEDGER))),
                Optional.empty(),
                Optional.empty(),
                first.map(SaleFilter::start),
                last.map(day -> SaleFilter.start(day.plusDays(1))),
                Optional.empty(),
                Optional.empty(),
                new From<>(request.get(SaleFilter.AFTER), Optional.empty(), perPage));
    }

    private static String currency(Money amount) {
        return amount.currency().getCurrencyCode();
    }
}
