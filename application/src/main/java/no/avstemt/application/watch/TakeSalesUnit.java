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
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.client.SalesUnit.BookedFrom;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.settlement.LedgerId;

/**
 * Asks of a sales unit that came to a ledger in use what onboarding asked of those that were there, so that its money is
 * booked as it should be from the first øre on: what was booked on suspense before is queued to be booked anew. Its finding
 * then closes.
 */
public final class TakeSalesUnit {

    private final UnitOfWork unit;
    private final WatchLinks watch;
    private final Clock clock;

    public TakeSalesUnit(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.watch = new WatchLinks(unit, clock);
        this.clock = clock;
    }

    /** Whether such a finding is about a sales unit that came to its ledger and waits for answers. */
    public static boolean isAskedFor(Finding finding) {
        boolean movedHere = finding.code() == FindingCode.SALES_UNIT_MOVED
                && finding.ledger().value().equals(finding.facts().get("to"));
        return finding.code() == FindingCode.SALES_UNIT_NEW || movedHere;
    }

    /** @param defaultTaxCode of sales whose VAT Vipps does not tell */
    public record Answer(
            LedgerId ledger, String handle, BookedFrom bookedFrom, TaxCode defaultTaxCode, TaxCode zeroRateCode) {}

    /** What Vipps calls it; none unless it is listed on a ledger of the client account and not in use there. */
    public Optional<String> waiting(ClientAccountId client, LedgerId ledger, String handle) {
        return unit.read(
                Set.of(client),
                stores -> own(stores, client, ledger).flatMap(own -> name(stores, client, ledger, handle)));
    }

    /** @return as it is now in use; none as {@link #waiting} */
    public Optional<SalesUnit> run(ClientAccountId client, Actor actor, Answer answer) {
        return unit.write(
                Set.of(client),
                stores -> own(stores, client, answer.ledger())
                        .flatMap(ledger -> name(stores, client, answer.ledger(), answer.handle())
                                .map(name -> take(stores, client, actor, ledger, answer, name))));
    }

    private static Optional<OwnLedger> own(Stores stores, ClientAccountId client, LedgerId ledger) {
        return stores.ledgers().of(client).stream()
                .filter(own -> own.id().equals(ledger))
                .findFirst();
    }

    private static Optional<String> name(Stores stores, ClientAccountId client, LedgerId ledger, String handle) {
        boolean inUse = stores.ledgers().units(client, ledger).stream()
                .anyMatch(each -> each.handle().equals(handle));
        return inUse ? Optional.empty() : stores.watch().nameOf(ledger, handle);
    }

    private SalesUnit take(
            Stores stores, ClientAccountId client, Actor actor, OwnLedger ledger, Answer answer, String name) {
        SalesUnit taken = new SalesUnit(
                answer.handle(), name, answer.bookedFrom(), answer.defaultTaxCode(), answer.zeroRateCode());
        stores.ledgers().lockState(client, ledger.id());
        stores.ledgers().add(client, ledger.id(), taken);
        stores.settlements().queueUnit(client, ledger.id(), taken);
        watch.check(stores, client, ledger);
        stores.audit()
                .record(
                        client,
                        new AuditEvent(
                                clock.instant(),
                                actor,
                                AuditAction.SALES_UNIT_TAKEN_INTO_USE,
                                ledger.id() + " " + taken.handle(),
                                Map.of(),
                                told(taken)));
        return taken;
    }

    private static Map<String, String> told(SalesUnit taken) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("sales_unit", taken.name());
        told.put("booked_from", taken.salesBookedFrom().name());
        told.put("default_tax_code", taken.defaultTaxCode().toString());
        told.put("zero_rate_code", taken.zeroRateCode().toString());
        return told;
    }
}
