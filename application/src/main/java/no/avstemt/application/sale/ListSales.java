package no.avstemt.application.sale;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.journal.EntryView;
import no.avstemt.application.paging.Slice;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.sale.StoredSale;

/** A page of sales. */
public final class ListSales {

    private final UnitOfWork unit;

    public ListSales(UnitOfWork unit) {
        this.unit = unit;
    }

    /** None where the journal line asked for does not exist. */
    public Optional<Found> run(SaleQuery query) {
        return unit.read(Set.of(query.client()), stores -> {
            Optional<EntryView> behind = query.line()
                    .flatMap(line -> stores.journalReads()
                            .entry(query.client(), line.entryId())
                            .filter(entry -> line.lineNo() <= entry.lines().size()));
            if (query.line().isPresent() && behind.isEmpty()) {
                return Optional.empty();
            }
            List<OwnLedger> ledgers = stores.ledgers().of(query.client());
            return Optional.of(new Found(ledgers, behind, stores.saleReads().page(query)));
        });
    }

    /**
     * As Vipps gave them, with what was sold.
     *
     * @return none where the ledger is not the client account's
     */
    public Optional<Slice<StoredSale>> ofLedger(SaleQuery query) {
        return unit.read(Set.of(query.client()), stores -> {
            boolean own = stores.ledgers().of(query.client()).stream()
                    .anyMatch(ledger -> query.ledger().equals(Optional.of(ledger.id())));
            if (!own) {
                return Optional.empty();
            }
            Slice<StoredSale> page = stores.saleReads().page(query).map(SaleQuery.Row::stored);
            return Optional.of(new Slice<>(
                    stores.saleReads().withLines(query.client(), page.rows()), page.hasPrevious(), page.hasNext()));
        });
    }

    /** @param behind the journal entry of the line asked for */
    public record Found(List<OwnLedger> ledgers, Optional<EntryView> behind, Slice<SaleQuery.Row> page) {

        public Found {
            ledgers = List.copyOf(ledgers);
        }
    }
}
