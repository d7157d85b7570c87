package no.avstemt.application.reconciliation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.application.Stores;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.domain.time.Oslo;
import no.avstemt.domain.time.Period;

/**
 * Sales of a transaction that no settlement entry has told of for so long that none will: Vipps's rows lag a second, and
 * hours at the worst (vipps-apis.md 3.6), but a capture may be corrected by a later row.
 */
final class SalesWithoutMoney {

    private final Clock clock;

    SalesWithoutMoney(Clock clock) {
        this.clock = clock;
    }

    /** Looks at what has become old since the ledger was checked the last time, and at what was found before. */
    void check(Stores stores, ClientAccountId client, OwnLedger ledger, LedgerState state) {
        LocalDate start = stores.clients().find(client).orElseThrow().startDate();
        LocalDate due = Oslo.today(clock).minusDays(Sale.DAYS_FOR_MONEY);
        Optional<LocalDate> open =
                stores.findings().earliestOpen(client, ledger.id(), Set.of(FindingCode.SALE_WITHOUT_MONEY));
        LocalDate first = Stream.concat(
                        open.stream(), state.checkedTo().map(to -> to.minusDays(Sale.DAYS_FOR_MONEY)).stream())
                .min(LocalDate::compareTo)
                .filter(date -> date.isAfter(start))
                .orElse(start);
        state.bookedTo()
                .map(to -> to.isBefore(due) ? to : due)
                .filter(last -> !last.isBefore(first))
                .ifPresent(last -> check(stores, client, ledger, new Period(first, last)));
    }

    private void check(Stores stores, ClientAccountId client, OwnLedger ledger, Period period) {
        List<Finding> found = stores.sales().withoutMoney(client, ledger.id(), period).stream()
                .filter(stored -> stored.sale().total() != 0)
                .map(SalesWithoutMoney::finding)
                .toList();
        Set<String> subjects = found.stream().map(Finding::subject).collect(Collectors.toSet());
        stores.findings()
                .closeAllBut(client, ledger.id(), FindingCode.SALE_WITHOUT_MONEY, period, subjects, clock.instant());
        stores.findings().open(client, found, clock.instant());
    }

    private static Finding finding(StoredSale stored) {
        Sale sale = stored.sale();
        long amount = sale.kind() == Sale.Kind.REFUND ? Math.negateExact(sale.total()) : sale.total();
        return new Finding(
                FindingCode.SALE_WITHOUT_MONEY,
                sale.ledger(),
                sale.businessDate(),
                Finding.subjectOfSale(stored.id()),
                new Money(amount, sale.gross().map(Money::currency).orElse(Money.NOK)),
                Map.of("psp", sale.pspReference().orElse(""), "reference", sale.reference()));
    }
}
