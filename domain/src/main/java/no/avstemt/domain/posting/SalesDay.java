package no.avstemt.domain.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.SaleLink;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.posting.Turnover.Traded;
import no.avstemt.domain.posting.VatSplit.Remark;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.StoredSale;

/**
 * One business date of sales that no settlement entry will tell of, since they were paid in cash or by a card outside the
 * ledger, booked as one journal entry: each kind of payment, sold and taken back by themselves.
 */
public final class SalesDay {

    private SalesDay() {}

    /**
     * @param unit that the sales are booked for, see {@link LedgerBooks#unitOfSales()}
     * @param sales of one business date, not empty, in the ledger's currency, whose rate of the day there is
     * @param orders the sales of the orders that refunds belong to
     * @param generation 0, or the one after the last reversal
     */
    public static BookedDay book(
            LedgerBooks books,
            SalesUnit unit,
            LocalDate day,
            List<StoredSale> sales,
            SalesOfEntries orders,
            int generation) {
        Turnover turnover = new Turnover(books, orders);
        Groups groups = new Groups(books.valuedOn(day));
        for (StoredSale stored : sales) {
            Sale sale = stored.sale();
            long amount = sale.kind() == Sale.Kind.REFUND ? Math.negateExact(sale.total()) : sale.total();
            Traded traded = new Traded(amount, day, Optional.of(sale.reference()), Optional.of(sale));
            groups.add(
                    new Groups.Kind(
                            sale.kind(),
                            amount < 0,
                            whereTheMoneyWent(sale),
                            books.texts().line(sale)),
                    stored.id(),
                    amount,
                    split(stored, turnover.of(traded, unit), orders.money()),
                    Optional.of(unit),
                    remark -> finding(books, stored, day, remark));
        }
        List<SaleLink> links = new ArrayList<>();
        List<JournalLine> lines = groups.write(
                books, (id, linkNo, lineNo, amount) -> links.add(new SaleLink(id, generation, linkNo, lineNo, amount)));
        return groups.booked(new JournalEntry(
                day,
                books.texts().sales(books.ledger(), day),
                new Voucher(Voucher.Kind.VIPPS_SALES, books.ledger() + "/sales/" + day),
                BookedDay.CREATED_BY,
                lines.stream().map(line -> line.onLedgerDate(day)).toList(),
                List.of(),
                links));
    }

    private static VatSplit split(StoredSale stored, VatSplit split, MoneyOfCardSales money) {
        long amount = split.shares().stream().mapToLong(Share::gross).sum();
        return money.mayBePaid(stored) ? split.withRemark(new Remark(FindingCode.SALE_BOOKED_BEFORE, amount)) : split;
    }

    private static AccountRole whereTheMoneyWent(Sale sale) {
        return sale.isCash() ? AccountRole.CASH : AccountRole.CARD_ACQUIRER;
    }

    private static Finding finding(LedgerBooks books, StoredSale stored, LocalDate day, Remark remark) {
        Sale sale = stored.sale();
        return new Finding(
                remark.code(),
                sale.ledger(),
                day,
                Finding.subjectOfSale(stored.id()),
                new Money(remark.amount(), books.currency()),
                Map.of("psp", sale.reference(), "reference", sale.reference()));
    }
}
