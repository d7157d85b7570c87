package no.avstemt.application.watch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.watch.WatchStore.Listing;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Oslo;
import no.avstemt.domain.time.Period;
import no.avstemt.domain.watch.LedgerLinks;

/**
 * Compares the ledgers of a client account with what Vipps listed last. It runs when the list has come, so before anything
 * is fetched and booked; booking goes on, since what Vipps tells has happened.
 */
public final class WatchLinks {

    static final String ACCESS = "access";

    private final UnitOfWork unit;
    private final Clock clock;

    public WatchLinks(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    public void run(ClientAccountId client) {
        unit.write(Set.of(client), stores -> {
            stores.ledgers().of(client).forEach(ledger -> check(stores, client, ledger));
            return true;
        });
    }

    void check(Stores stores, ClientAccountId client, OwnLedger ledger) {
        stores.watch().listing(ledger.id()).ifPresent(listing -> {
            LedgerLinks links = links(stores, client, ledger.id(), listing);
            told(stores, client, ledger, FindingCode.ACCESS_LOST, lost(ledger, links));
            if (links.listed()) {
                trustFirst(stores, client, links);
                stores.watch().forget(client, ledger.id(), links.settled());
                List<Finding> open = links.open().stream()
                        .map(link -> link.finding(ledger.id(), currency(ledger), today()))
                        .toList();
                LedgerLinks.CHANGES.forEach(code -> told(
                        stores,
                        client,
                        ledger,
                        code,
                        open.stream().filter(found -> found.code() == code).toList()));
            }
        });
    }

    static LedgerLinks links(Stores stores, ClientAccountId client, LedgerId ledger, Listing listing) {
        Set<String> own = stores.ledgers().units(client, ledger).stream()
                .map(SalesUnit::handle)
                .collect(Collectors.toSet());
        return new LedgerLinks(
                ledger,
                listing.missingSince().isEmpty(),
                listing.payoutAccount(),
                listing.handles(),
                stores.watch().elsewhere(ledger, own),
                stores.watch().before(ledger, listing.handles()),
                own,
                stores.watch().accepted(client, ledger));
    }

    /** An account that Vipps tells for the first time has nothing before it to differ from. */
    private void trustFirst(Stores stores, ClientAccountId client, LedgerLinks links) {
        Optional<String> known = Optional.ofNullable(links.accepted().get(LedgerLinks.PAYOUT_ACCOUNT));
        if (known.isEmpty()) {
            links.payoutAccount()
                    .ifPresent(account -> stores.watch()
                            .accept(client, links.ledger(), LedgerLinks.PAYOUT_ACCOUNT, account, clock.instant()));
        }
    }

    private List<Finding> lost(OwnLedger ledger, LedgerLinks links) {
        return links.listed()
                ? List.of()
                : List.of(new Finding(
                        FindingCode.ACCESS_LOST,
                        ledger.id(),
                        today(),
                        ACCESS,
                        new Money(0, currency(ledger)),
                        Map.of()));
    }

    private void told(Stores stores, ClientAccountId client, OwnLedger ledger, FindingCode code, List<Finding> found) {
        Set<String> still = found.stream().map(Finding::subject).collect(Collectors.toCollection(TreeSet::new));
        if (code == FindingCode.ACCESS_LOST) {
            still.add(WatchSilence.NO_DATA);
        }
        stores.findings().closeAllBut(client, ledger.id(), code, Period.EVER, still, clock.instant());
        stores.findings().open(client, found, clock.instant());
    }

    private static Currency currency(OwnLedger ledger) {
        return Currency.getInstance(ledger.currency());
    }

    private LocalDate today() {
        return Oslo.today(clock);
    }
}
