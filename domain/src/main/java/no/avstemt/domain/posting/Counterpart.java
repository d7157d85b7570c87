package no.avstemt.domain.posting;

import java.util.List;
import java.util.Optional;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.posting.Turnover.Traded;
import no.avstemt.domain.posting.VatSplit.Remark;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;

/** Decides what one settlement entry is booked against. */
final class Counterpart {

    private final LedgerBooks books;
    private final SalesOfEntries sales;
    private final Turnover turnover;

    Counterpart(LedgerBooks books, SalesOfEntries sales) {
        this.books = books;
        this.sales = sales;
        turnover = new Turnover(books, sales);
    }

    /** Shares with the sign of the entry's amount. */
    VatSplit of(StoredEntry stored) {
        SettlementEntry entry = stored.entry();
        PostingRule rule = PostingRules.ruleFor(entry.type());
        if (rule.isSale()) {
            return ofSale(stored);
        }
        Share share = books.terms()
                .override(entry.type(), entry.ledgerDate())
                .map(other -> overridden(other, entry))
                .orElseGet(() -> Share.of(
                        rule.counterpart().orElseThrow(),
                        rule.taxCode(),
                        entry.amount().minor()));
        return new VatSplit(List.of(share), 0, remarks(rule.finding(), entry));
    }

    private static Share overridden(RuleOverride other, SettlementEntry entry) {
        Share share = Share.of(other.role(), other.taxCode(), entry.amount().minor());
        return other.account().map(share::on).orElse(share);
    }

    /** What is booked already is settled, whatever the unit; only then is anything sold. */
    private VatSplit ofSale(StoredEntry stored) {
        long amount = stored.entry().amount().minor();
        if (sales.money().settles(stored.id())) {
            return new VatSplit(List.of(Share.of(AccountRole.CARD_ACQUIRER, amount)), 0, List.of());
        }
        VatSplit split = ofUnit(stored);
        return sales.money().mayPayWhatIsBooked(stored.id())
                ? split.withRemark(new Remark(FindingCode.SALE_BOOKED_BEFORE, amount))
                : split;
    }

    private VatSplit ofUnit(StoredEntry stored) {
        SettlementEntry entry = stored.entry();
        long amount = entry.amount().minor();
        Optional<SalesUnit> unit = books.unitOf(entry);
        if (unit.isEmpty()) {
            Share share = Share.of(AccountRole.SUSPENSE, amount);
            return new VatSplit(List.of(share), 0, remarks(Optional.of(FindingCode.UNKNOWN_SALES_UNIT), entry));
        }
        if (unit.get().salesBookedFrom() == SalesUnit.BookedFrom.ELSEWHERE) {
            return new VatSplit(List.of(Share.of(AccountRole.SALES_CLEARING, amount)), 0, List.of());
        }
        return turnover.of(new Traded(amount, entry.ledgerDate(), entry.reference(), sales.saleOf(stored)), unit.get());
    }

    private static List<Remark> remarks(Optional<FindingCode> code, SettlementEntry entry) {
        return code.map(found -> new Remark(found, entry.amount().minor())).stream()
                .toList();
    }
}
