package no.avstemt.domain.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
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
        return traded.amount() < 0 ? takenBack(amount, traded, unit) : sold(amount, traded.day(), traded.sale(), unit);
    }

    private VatSplit sold(long amount, LocalDate day, Optional<Sale> sale, SalesUnit unit) {
        if (!books.vat().holdsOn(day)) {
            return VatSplit.withoutRegistration(amount, sale, soldAs(unit));
        }
        return sale.map(told -> VatSplit.ofSale(amount, told, unit, soldAs(unit)))
                .orElseGet(() -> VatSplit.ofDefault(amount, unit, day));
    }

    /**
     * As the order's captures were booked: with VAT if the client account was registered when they were, whatever it is on
     * the day of the refund, which decides only where no capture is known.
     */
    private VatSplit takenBack(long amount, Traded traded, SalesUnit unit) {
        SortedMap<LocalDate, Long> captures = sales.capturedOn(traded.order());
        LocalDate day = captures.isEmpty() ? traded.day() : captures.lastKey();
        boolean registered = books.vat().holdsOn(day);
        if (captures.keySet().stream().anyMatch(other -> books.vat().holdsOn(other) != registered)) {
            return ofBothKinds(amount, captures, traded, unit);
        }
        return registered
                ? reversal(amount, day, traded, unit)
                : VatSplit.withoutRegistration(amount, traded.sale(), soldAs(unit));
    }

    /** Which of the captures a refund is of is not told, so each has its part of it. */
    private VatSplit ofBothKinds(long amount, SortedMap<LocalDate, Long> captures, Traded traded, SalesUnit unit) {
        List<Share> captured = capturedShares(traded, unit);
        if (hasProportions(captured)) {
            return VatSplit.inProportionTo(amount, captured);
        }
        List<Share> onDefault = captures.entrySet().stream()
                .map(capture -> sold(capture.getValue(), capture.getKey(), Optional.empty(), unit))
                .flatMap(split -> split.shares().stream())
                .toList();
        return hasProportions(onDefault)
                ? VatSplit.inProportionTo(amount, onDefault)
                : sold(amount, captures.lastKey(), Optional.empty(), unit);
    }

    /**
     * What was booked of the order's captures is reversed, and nothing else: by the refund's own lines where the captures
     * had lines too, else in the captures' proportions; on the unit's default where that is what they were booked on.
     */
    private VatSplit reversal(long amount, LocalDate day, Traded traded, SalesUnit unit) {
        List<Share> captured = capturedShares(traded, unit);
        if (captured.isEmpty() && sales.isCaptured(traded.order())) {
            return VatSplit.ofDefault(amount, unit, day);
        }
        Optional<Sale> own = traded.sale().filter(told -> !told.lines().isEmpty());
        if (own.isPresent()) {
            return VatSplit.ofSale(amount, own.get(), unit, soldAs(unit));
        }
        return hasProportions(captured)
                ? VatSplit.inProportionTo(amount, captured)
                : VatSplit.ofDefault(amount, unit, day);
    }

    private static boolean hasProportions(List<Share> captured) {
        return captured.stream().mapToLong(Share::gross).sum() > 0
                && captured.stream().allMatch(share -> share.base() >= 0 && share.tax() >= 0);
    }

    /** What the sales of the order's captures say. */
    private List<Share> capturedShares(Traded traded, SalesUnit unit) {
        return sales.capturesOf(traded.order()).stream()
                .filter(sale -> sale.gross().isPresent() && !sale.lines().isEmpty())
                .map(sale -> sold(sale.gross().orElseThrow().minor(), sales.capturedOn(sale), Optional.of(sale), unit))
                .flatMap(split -> split.shares().stream())
                .toList();
    }
}
