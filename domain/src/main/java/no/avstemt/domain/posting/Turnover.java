package no.avstemt.domain.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.posting.VatSplit.Remark;
import no.avstemt.domain.sale.Sale;

/** Income and output VAT of what a unit sold or took back, however it was paid. */
final class Turnover {

    private final LedgerBooks books;
    private final SalesOfEntries sales;

    Turnover(LedgerBooks books, SalesOfEntries sales) {
        this.books = books;
        this.sales = sales;
    }

    /**
     * What was sold or taken back.
     *
     * @param amount VAT included; negative for what was taken back
     * @param order by which a refund finds what it reverses
     * @param sale what Vipps tells of it, if it does
     */
    record Traded(long amount, LocalDate day, Optional<String> order, Optional<Sale> sale) {}

    /** Shares with the sign of the amount. */
    VatSplit of(Traded traded, SalesUnit unit) {
        int sign = traded.amount() < 0 ? -1 : 1;
        VatSplit split = ofMagnitude(Math.abs(traded.amount()), traded, unit);
        return new VatSplit(
                split.shares().stream().map(share -> share.times(sign)).toList(),
                split.onDefault() * sign,
                split.remarks().stream()
                        .map(remark -> new Remark(remark.code(), remark.amount() * sign))
                        .toList());
    }

    private SoldAs soldAs(SalesUnit unit) {
        return new SoldAs(books.terms(), unit);
    }

    private VatSplit ofMagnitude(long amount, Traded traded, SalesUnit unit) {
        if (!books.vat().holdsOn(traded.day())) {
            return VatSplit.withoutRegistration(amount, traded.sale(), soldAs(unit));
        }
        if (traded.amount() < 0) {
            return reversal(amount, traded, unit);
        }
        return traded.sale()
                .map(told -> VatSplit.ofSale(amount, told, unit, soldAs(unit)))
                .orElseGet(() -> VatSplit.ofDefault(amount, unit, traded.day()));
    }

    /**
     * What was booked of the order's captures is reversed, and nothing else: by the refund's own lines where the captures
     * had lines too, else in the captures' proportions; on the unit's default where that is what they were booked on.
     */
    private VatSplit reversal(long amount, Traded traded, SalesUnit unit) {
        List<Share> captured = capturedShares(traded, unit);
        if (captured.isEmpty() && sales.isCaptured(traded.order())) {
            return VatSplit.ofDefault(amount, unit, traded.day());
        }
        Optional<Sale> own = traded.sale().filter(told -> !told.lines().isEmpty());
        if (own.isPresent()) {
            return VatSplit.ofSale(amount, own.get(), unit, soldAs(unit));
        }
        boolean hasProportions = captured.stream().mapToLong(Share::gross).sum() > 0
                && captured.stream().allMatch(share -> share.base() >= 0 && share.tax() >= 0);
        return hasProportions
                ? VatSplit.inProportionTo(amount, captured)
                : VatSplit.ofDefault(amount, unit, traded.day());
    }

    /** What the sales of the order's captures say. */
    private List<Share> capturedShares(Traded traded, SalesUnit unit) {
        Stream<VatSplit> captures = sales.capturesOf(traded.order()).stream()
                .filter(sale -> sale.gross().isPresent() && !sale.lines().isEmpty())
                .map(sale -> VatSplit.ofSale(sale.gross().orElseThrow().minor(), sale, unit, soldAs(unit)));
        return captures.flatMap(split -> split.shares().stream()).toList();
    }
}
