package no.avstemt.domain.posting;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.posting.VatSplit.Remark;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.settlement.SettlementEntry;

/** Decides what one settlement entry is booked against. */
final class Counterpart {

    private final LedgerBooks books;
    private final SalesOfEntries sales;

    Counterpart(LedgerBooks books, SalesOfEntries sales) {
        this.books = books;
        this.sales = sales;
    }

    /** Shares with the sign of the entry's amount. */
    VatSplit of(SettlementEntry entry) {
        PostingRule rule = PostingRules.ruleFor(entry.type());
        if (rule.isSale()) {
            return ofSale(entry);
        }
        AccountRole role = rule.counterpart().orElseThrow();
        Share share = new Share(role, rule.taxCode(), entry.amount().minor(), 0);
        return new VatSplit(List.of(share), 0, remarks(rule.finding(), entry));
    }

    private VatSplit ofSale(SettlementEntry entry) {
        Optional<SalesUnit> unit = books.unitOf(entry);
        if (unit.isEmpty()) {
            Share share = Share.of(AccountRole.SUSPENSE, entry.amount().minor());
            return new VatSplit(List.of(share), 0, remarks(Optional.of(FindingCode.UNKNOWN_SALES_UNIT), entry));
        }
        int sign = entry.amount().minor() < 0 ? -1 : 1;
        VatSplit split = ofMagnitude(Math.abs(entry.amount().minor()), entry, unit.get());
        return new VatSplit(
                split.shares().stream().map(share -> share.times(sign)).toList(),
                split.onDefault() * sign,
                split.remarks().stream()
                        .map(remark -> new Remark(remark.code(), remark.amount() * sign))
                        .toList());
    }

    private VatSplit ofMagnitude(long amount, SettlementEntry entry, SalesUnit unit) {
        if (unit.salesBookedFrom() == SalesUnit.BookedFrom.ELSEWHERE) {
            return new VatSplit(List.of(Share.of(AccountRole.SALES_CLEARING, amount)), 0, List.of());
        }
        Optional<Sale> sale = sales.saleOf(entry);
        if (!books.vat().holdsOn(entry.ledgerDate())) {
            return VatSplit.withoutRegistration(amount, sale);
        }
        if (entry.amount().minor() < 0) {
            return reversal(amount, entry, sale, unit);
        }
        return sale.map(told -> VatSplit.ofSale(amount, told, unit)).orElseGet(() -> VatSplit.ofDefault(amount, unit));
    }

    /**
     * What was booked of the order's captures is reversed, and nothing else: by the refund's own lines where the captures
     * had lines too, else in the captures' proportions; on the unit's default where that is what they were booked on.
     */
    private VatSplit reversal(long amount, SettlementEntry entry, Optional<Sale> own, SalesUnit unit) {
        List<Share> captured = capturedShares(entry, unit);
        if (captured.isEmpty() && sales.hasCaptureOf(entry)) {
            return VatSplit.ofDefault(amount, unit);
        }
        if (own.filter(told -> !told.lines().isEmpty()).isPresent()) {
            return VatSplit.ofSale(amount, own.get(), unit);
        }
        boolean hasProportions = captured.stream().mapToLong(Share::gross).sum() > 0
                && captured.stream().allMatch(share -> share.base() >= 0 && share.tax() >= 0);
        return hasProportions ? VatSplit.inProportionTo(amount, captured) : VatSplit.ofDefault(amount, unit);
    }

    /** What the sales of the order's captures say. */
    private List<Share> capturedShares(SettlementEntry entry, SalesUnit unit) {
        Stream<VatSplit> captures = sales.capturesOf(entry).stream()
                .filter(sale -> sale.gross().isPresent() && !sale.lines().isEmpty())
                .map(sale -> VatSplit.ofSale(sale.gross().orElseThrow().minor(), sale, unit));
        return captures.flatMap(split -> split.shares().stream()).toList();
    }

    private static List<Remark> remarks(Optional<FindingCode> code, SettlementEntry entry) {
        return code.map(found -> new Remark(found, entry.amount().minor())).stream()
                .toList();
    }
}
