package no.avstemt.application.watch;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.finding.FindingStore.StoredFinding;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.watch.LedgerLinks;
import no.avstemt.domain.watch.LedgerLinks.Link;

/** A person says that what Vipps lists otherwise than before is right, after which its finding closes. */
public final class ConfirmChange {

    private final UnitOfWork unit;
    private final WatchLinks watch;
    private final Clock clock;

    public ConfirmChange(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.watch = new WatchLinks(unit, clock);
        this.clock = clock;
    }

    /** Whether a person may say of such a finding that all is right; a sales unit that came needs answers instead. */
    public static boolean canConfirm(Finding finding) {
        return LedgerLinks.CHANGES.contains(finding.code()) && !TakeSalesUnit.isAskedFor(finding);
    }

    /** @return none when no open finding of this id is about a change that still stands */
    public Optional<Finding> run(ClientAccountId client, Actor actor, long findingId) {
        return unit.write(
                Set.of(client),
                stores ->
                        finding(stores, client, findingId).flatMap(finding -> confirm(stores, client, actor, finding)));
    }

    private static Optional<Finding> finding(Stores stores, ClientAccountId client, long id) {
        return stores.findings().of(client, false).stream()
                .filter(stored -> stored.id() == id)
                .map(StoredFinding::finding)
                .filter(ConfirmChange::canConfirm)
                .findFirst();
    }

    private Optional<Finding> confirm(Stores stores, ClientAccountId client, Actor actor, Finding finding) {
        Optional<OwnLedger> ledger = stores.ledgers().of(client).stream()
                .filter(own -> own.id().equals(finding.ledger()))
                .findFirst();
        return ledger.flatMap(own -> link(stores, client, own, finding).map(link -> {
            stores.watch().accept(client, own.id(), link.subject(), link.now(), clock.instant());
            watch.check(stores, client, own);
            record(stores, client, actor, own, link);
            return finding;
        }));
    }

    private static Optional<Link> link(Stores stores, ClientAccountId client, OwnLedger ledger, Finding finding) {
        return stores.watch()
                .listing(ledger.id())
                .flatMap(listing -> WatchLinks.links(stores, client, ledger.id(), listing).open().stream()
                        .filter(link -> link.code() == finding.code()
                                && link.findingSubject().equals(finding.subject()))
                        .findFirst());
    }

    private void record(Stores stores, ClientAccountId client, Actor actor, OwnLedger ledger, Link link) {
        stores.audit()
                .record(
                        client,
                        new AuditEvent(
                                clock.instant(),
                                actor,
                                AuditAction.LEDGER_CHANGE_CONFIRMED,
                                ledger.id().value(),
                                told(link, "account_before", "from"),
                                told(link, "account_now", "to")));
    }

    private static Map<String, String> told(Link link, String account, String ledger) {
        Map<String, String> told = new LinkedHashMap<>();
        if (link.code() == FindingCode.PAYOUT_ACCOUNT_CHANGED) {
            told.put("payout_account", link.facts().getOrDefault(account, ""));
        } else {
            told.put(
                    "linked_ledger " + link.facts().getOrDefault("unit", ""),
                    link.facts().getOrDefault(ledger, ""));
        }
        return told;
    }
}
