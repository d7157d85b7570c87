package no.avstemt.web.voucher;

import java.util.List;
import java.util.Locale;
import no.avstemt.application.voucher.ShowVoucher;
import no.avstemt.application.voucher.ShowVoucher.Shown;
import no.avstemt.application.voucher.VoucherReads;
import no.avstemt.application.voucher.VoucherReads.VoucherView;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Fact;
import no.avstemt.web.page.Link;
import no.avstemt.web.page.Pager;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** {@code /vouchers/{id}} and {@code /api/v2/vouchers/{id}}. */
public final class VoucherPages {

    private static final int PER_PAGE = 200;
    private static final Kind<String> TEXT = Kind.text(500);
    private static final Kind<Long> COUNT = Kind.number(0, Long.MAX_VALUE);

    private static final Resource<VoucherReads.Row> ROW = Resource.<VoucherReads.Row>named("VoucherRow")
            .with("source", TEXT, row -> row.sale() ? "sale" : "settlement-entry")
            .with("id", Kind.id(), VoucherReads.Row::id)
            .with("date", Kind.date(), VoucherReads.Row::day)
            .with("time", TEXT, row -> row.time().toString())
            .with("type", TEXT, VoucherReads.Row::type)
            .maybe("reference", TEXT, VoucherReads.Row::reference)
            .maybe("psp_reference", TEXT, VoucherReads.Row::pspReference)
            .with("amount", Kind.amount(), VoucherReads.Row::ore);

    private static final Resource<Shown> VOUCHER = Resource.<Shown>named("Voucher")
            .with("id", Kind.id(), shown -> shown.voucher().id())
            .with("kind", TEXT, shown -> shown.voucher().voucher().kind().name().toLowerCase(Locale.ROOT))
            .with("key", TEXT, shown -> shown.voucher().voucher().key())
            .with("entry_count", COUNT, shown -> shown.voucher().entryCount())
            .each(
                    "journal_entry_ids",
                    Kind.id(),
                    shown -> shown.voucher().entries().stream()
                            .map(entry -> entry.id())
                            .toList())
            .with("row_count", COUNT, shown -> shown.voucher().rows())
            .with("amount", Kind.amount(), shown -> shown.voucher().ore())
            .each("rows", ROW, Shown::rows)
            .described("One page of what was booked on it, in the order that Vipps gave it.");

    private final ShowVoucher show;
    private final ClientFrames frames;

    public VoucherPages(ShowVoucher show, ClientFrames frames) {
        this.show = show;
        this.frames = frames;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/vouchers/{id}")
                        .toReaders()
                        .ofClient()
                        .takes(Param.ID, Paged.PAGE)
                        .answers(RouteDraft.HTML)
                        .says("The page of what documents an entry.")
                        .by(this::page),
                Route.get("/journal-entries/{id}/voucher")
                        .toReaders()
                        .ofClient()
                        .takes(Param.ID)
                        .answers(RouteDraft.HTML)
                        .says("Leads to the voucher of an entry.")
                        .by(this::ofEntry),
                Route.get("/api/v2/vouchers/{id}")
                        .toReaders()
                        .ofClient()
                        .takes(Param.ID, Paged.PAGE, Paged.PER_PAGE)
                        .gives(200, VOUCHER)
                        .says("What documents an entry: the settlement entries or sales that were booked on it.")
                        .by(request -> Reply.json(VOUCHER.json(shown(request, Paged.of(request))))));
    }

    private Reply ofEntry(Request request) {
        long voucher = show.ofEntry(request.client(), request.get(Param.ID)).orElseThrow(Problem::notFound);
        return Reply.seeOther(Addresses.voucher(request.client(), voucher).toString());
    }

    private Shown shown(Request request, Paged paged) {
        return show.run(request.client(), request.get(Param.ID), paged.offset(), Math.toIntExact(paged.perPage()))
                .orElseThrow(Problem::notFound);
    }

    private Reply page(Request request) {
        Paged paged = new Paged(request.get(Paged.PAGE), PER_PAGE);
        Shown shown = shown(request, paged);
        Texts texts = request.texts();
        VoucherView voucher = shown.voucher();
        String title = texts.get("vouchers.title", voucher.voucher().key());
        long pages = paged.pages(voucher.rows());
        VoucherPage page = new VoucherPage(
                frames.frame(request, RailPage.GENERAL_LEDGER, title, List.of()),
                title,
                texts.get("vouchers.kind." + voucher.voucher().kind().name().toLowerCase(Locale.ROOT)),
                facts(voucher, request),
                voucher.entries().stream()
                        .map(entry -> Link.to(
                                texts.get("journal.entry", entry.fiscalYear() + "/" + entry.number()),
                                Addresses.journalEntry(request.client(), entry.id())
                                        .toString()))
                        .toList(),
                shown.rows().stream().map(row -> row(row, request)).toList(),
                request.formats().amount(voucher.ore()),
                new Pager(
                        paged.page() > 1 ? address(request, paged.page() - 1) : "",
                        paged.page() < pages ? address(request, paged.page() + 1) : ""));
        return Reply.page(new View("voucher/voucher.jte", page));
    }

    private static List<Fact> facts(VoucherView voucher, Request request) {
        Formats formats = request.formats();
        Texts texts = request.texts();
        return List.of(
                Fact.of(texts.get("vouchers.entries"), formats.count(voucher.entryCount())),
                Fact.of(texts.get("vouchers.rows"), formats.count(voucher.rows())));
    }

    private static String address(Request request, long page) {
        return Addresses.voucher(request.client(), request.get(Param.ID))
                .with(Paged.PAGE.name(), page)
                .toString();
    }

    private static VoucherPage.Row row(VoucherReads.Row row, Request request) {
        Formats formats = request.formats();
        return new VoucherPage.Row(
                formats.dateAndTime(row.time()),
                row.type(),
                row.reference().orElse(""),
                row.pspReference().orElse(""),
                formats.amount(row.ore()),
                (row.sale()
                                ? Addresses.sale(request.client(), row.id())
                                : Addresses.settlementEntry(request.client(), row.id()))
                        .toString());
    }
}
