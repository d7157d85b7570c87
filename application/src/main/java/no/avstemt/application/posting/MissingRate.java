package no.avstemt.application.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;

/** The finding that a date of a ledger in another currency waits for a rate. */
final class MissingRate {

    private MissingRate() {}

    /** @param first date that waits; what stood open of other dates is closed */
    static void tell(Stores stores, ClientAccountId client, OwnLedger ledger, Optional<LocalDate> first, Instant now) {
        List<Finding> found =
                first.map(date -> of(stores, client, ledger, date)).stream().toList();
        Set<String> subjects = found.stream().map(Finding::subject).collect(Collectors.toSet());
        stores.findings()
                .closeAllBut(client, ledger.id(), FindingCode.EXCHANGE_RATE_MISSING, Period.EVER, subjects, now);
        stores.findings().open(client, found, now);
    }

    /** Its amount is what Vipps's funds moved by on the date, in the ledger's currency. */
    private static Finding of(Stores stores, ClientAccountId client, OwnLedger ledger, LocalDate date) {
        long moved = stores.settlements().entries(client, ledger.id(), new Period(date, date)).stream()
                .map(StoredEntry::entry)
                .filter(entry -> entry.topic() == Topic.FUNDS)
                .mapToLong(entry -> entry.amount().minor())
                .reduce(0, Math::addExact);
        return new Finding(
                FindingCode.EXCHANGE_RATE_MISSING,
                ledger.id(),
                date,
                ledger.currency() + "/" + date,
                new Money(moved, Currency.getInstance(ledger.currency())),
                Map.of("currency", ledger.currency()));
    }
}
