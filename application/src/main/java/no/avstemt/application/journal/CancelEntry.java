package no.avstemt.application.journal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.journal.EntryOutcome.Done;
import no.avstemt.application.journal.EntryOutcome.Missing;
import no.avstemt.application.journal.EntryOutcome.Refused;
import no.avstemt.application.journal.EntryOutcome.Why;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.period.PeriodState;
import no.avstemt.domain.period.Periods;

/**
 * Takes a posted entry back by its reversal, which names it and the reason. An entry is cancelled once. What was booked
 * from Vipps is not: its settlement entries would be booked by nothing, and books and Vipps would differ. What a person
 * chose for a dispute can be, and then someone must choose anew.
 */
public final class CancelEntry {

    private static final Set<Voucher.Kind> FROM_VIPPS = Set.of(Voucher.Kind.VIPPS_SETTLEMENT, Voucher.Kind.VIPPS_SALES);

    private final UnitOfWork unit;
    private final Post post;
    private final Text text;
    private final MovedLedgers movedLedgers;
    private final Clock clock;

    /** What is posted as the reversal's description. */
    @FunctionalInterface
    public interface Text {

        /** @param number of the entry that is taken back: {@code 2026/17} */
        String of(String language, String number, String description);
    }

    public CancelEntry(UnitOfWork unit, Post post, Text text, Clock clock) {
        this.unit = unit;
        this.post = post;
        this.text = text;
        this.movedLedgers = new MovedLedgers(unit, clock);
        this.clock = clock;
    }

    /**
     * Takes the entry back, and proves anew the ledgers that its lines are about.
     *
     * @param reason in the words of who does it, not blank
     * @return the reversal when it is done
     */
    public EntryOutcome run(ClientAccountId client, Actor actor, long id, String reason) {
        List<OwnLedger> concerned = new ArrayList<>();
        EntryOutcome outcome = unit.write(Set.of(client), stores -> {
            concerned.clear();
            JournalHead head = stores.journal().lockHead(client);
            Optional<FullEntry> found = stores.entryLists().find(client, id);
            if (found.isEmpty()) {
                return new Missing();
            }
            Optional<Refused> refused = refused(stores, client, found.get());
            if (refused.isPresent()) {
                return refused.get();
            }
            concerned.addAll(MovedLedgers.unproven(stores, client, MovedLedgers.movedBy(found.get())));
            return reversed(stores, client, actor, head, found.get(), reason);
        });
        movedLedgers.prove(client, concerned);
        return outcome;
    }

    /** The day its reversal would have now; none for what cannot be cancelled. */
    public Optional<LocalDate> reversalDate(ClientAccountId client, long id) {
        return unit.read(
                Set.of(client),
                stores -> stores.entryLists()
                        .find(client, id)
                        .filter(entry -> refused(stores, client, entry).isEmpty())
                        .map(entry -> dateOf(entry.date(), stores.periods().of(client))));
    }

    private static Optional<Refused> refused(Stores stores, ClientAccountId client, FullEntry entry) {
        if (entry.isDraft()) {
            return Optional.of(new Refused(Why.STILL_A_DRAFT, Optional.empty()));
        }
        if (entry.reversedBy().isPresent()) {
            return Optional.of(new Refused(Why.CANCELLED_ALREADY, entry.reversedBy()));
        }
        if (entry.reverses().isPresent()) {
            return Optional.of(new Refused(Why.CANCELS_ANOTHER, entry.reverses()));
        }
        if (isFromVipps(entry) && !stores.disputes().isSettlement(client, entry.id())) {
            return Optional.of(new Refused(Why.BOOKED_FROM_VIPPS, entry.ref()));
        }
        return usable(stores, client, entry)
                ? Optional.empty()
                : Optional.of(new Refused(Why.ACCOUNT_CLOSED, entry.ref()));
    }

    private static boolean isFromVipps(FullEntry entry) {
        return entry.voucher()
                .filter(kept -> FROM_VIPPS.contains(kept.voucher().kind()))
                .isPresent();
    }

    private static boolean usable(Stores stores, ClientAccountId client, FullEntry entry) {
        Set<AccountCode> open = stores.clients().accounts(client).stream()
                .filter(account -> account.active() && account.postable())
                .map(Account::code)
                .collect(Collectors.toSet());
        return entry.lines().stream()
                .allMatch(line -> open.contains(line.account().orElseThrow().code()));
    }

    private EntryOutcome reversed(
            Stores stores, ClientAccountId client, Actor actor, JournalHead head, FullEntry original, String reason) {
        EntryRef ref = original.ref().orElseThrow();
        String language =
                stores.clients().find(client).map(ClientAccount::language).orElseThrow();
        JournalEntry reversal = TakeBack.of(
                original,
                dateOf(original.date(), head.periods()),
                text.of(language, EntryEvents.number(ref), original.description()),
                reason,
                actor.name());
        PostedEntry posted =
                post.run(stores, client, head, List.of(reversal), actor.user()).get(0);
        FullEntry stored = stores.entryLists()
                .find(client, posted.fiscalYear(), posted.number())
                .orElseThrow();
        Map<String, String> after =
                Map.of("reversal", EntryEvents.number(stored.ref().orElseThrow()), "reason", reason);
        AuditEvent event = new AuditEvent(
                clock.instant(), actor, AuditAction.ENTRY_CANCELLED, EntryEvents.number(ref), Map.of(), after);
        stores.audit().record(client, event);
        return new Done(stored);
    }

    /** As the original; when its month is not open, the first day of the earliest open month after it. */
    private static LocalDate dateOf(LocalDate original, Periods periods) {
        if (periods.state(original) == PeriodState.OPEN) {
            return original;
        }
        YearMonth month = YearMonth.from(original).plusMonths(1);
        while (periods.state(month) != PeriodState.OPEN) {
            month = month.plusMonths(1);
        }
        return month.atDay(1);
    }
}
