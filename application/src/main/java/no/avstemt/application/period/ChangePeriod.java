package no.avstemt.application.period;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.access.Caller;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.period.PeriodOutcome.Done;
import no.avstemt.application.period.PeriodOutcome.Refused;
import no.avstemt.application.period.PeriodOutcome.Unmet;
import no.avstemt.application.period.PeriodOutcome.Why;
import no.avstemt.application.period.PeriodStore.Closed;
import no.avstemt.application.period.PeriodStore.Told;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.period.PeriodState;
import no.avstemt.domain.time.Oslo;

/**
 * Holds, closes and opens months. The head of the journal is locked first, as posting does, so that nothing slips in
 * between what was looked at and what is closed.
 */
public final class ChangePeriod {

    private final UnitOfWork unit;
    private final Clock clock;

    public ChangePeriod(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    public PeriodOutcome hold(ClientAccountId client, YearMonth month, Actor actor, Optional<String> reason) {
        return changed(client, actor, reason, change -> change.hold(month));
    }

    /**
     * @param reason needed where something is not in order
     * @param withEarlier closes the open months before it too
     */
    public PeriodOutcome close(
            ClientAccountId client, YearMonth month, Actor actor, Optional<String> reason, boolean withEarlier) {
        return changed(client, actor, reason, change -> change.close(month, withEarlier));
    }

    /**
     * What is closed has been reported and delivered, so opening it again is left to administrators.
     *
     * @param reason needed for a closed month
     */
    public PeriodOutcome reopen(ClientAccountId client, YearMonth month, Caller caller, Optional<String> reason) {
        return changed(client, Actor.of(caller), reason, change -> change.reopen(month, caller.mayAdminister()));
    }

    private PeriodOutcome changed(
            ClientAccountId client, Actor actor, Optional<String> reason, Function<Change, PeriodOutcome> work) {
        Optional<String> given = reason.map(String::strip).filter(text -> !text.isEmpty());
        return unit.write(Set.of(client), stores -> {
            JournalHead head = stores.journal().lockHead(client);
            return work.apply(new Change(stores, client, head, actor, given, clock.instant()));
        });
    }

    private static final class Change {

        private final Stores stores;
        private final ClientAccountId client;
        private final JournalHead head;
        private final Actor actor;
        private final Optional<String> reason;
        private final Instant now;

        Change(
                Stores stores,
                ClientAccountId client,
                JournalHead head,
                Actor actor,
                Optional<String> reason,
                Instant now) {
            this.stores = stores;
            this.client = client;
            this.head = head;
            this.actor = actor;
            this.reason = reason;
            this.now = now;
        }

        PeriodOutcome hold(YearMonth month) {
            return switch (head.periods().state(month)) {
                case HELD -> new Refused(Why.ALREADY_HELD, month);
                case CLOSED -> new Refused(Why.IS_CLOSED, month);
                case OPEN -> {
                    if (hasNotEnded(month)) {
                        yield new Refused(Why.NOT_ENDED, month);
                    }
                    yield say(AuditAction.PERIOD_HELD, List.of(told(month, PeriodState.HELD, lastClosed(month))));
                }
            };
        }

        PeriodOutcome close(YearMonth month, boolean withEarlier) {
            if (head.periods().state(month) == PeriodState.CLOSED) {
                return new Refused(Why.ALREADY_CLOSED, month);
            }
            if (hasNotEnded(month)) {
                return new Refused(Why.NOT_ENDED, month);
            }
            List<YearMonth> months = openBefore(month);
            if (!months.isEmpty() && !withEarlier) {
                return new Refused(Why.EARLIER_OPEN, months.get(0));
            }
            months.add(month);
            List<Checklist> unmet = months.stream()
                    .map(new Checklists(stores, client)::of)
                    .filter(checklist -> !checklist.unmet().isEmpty())
                    .toList();
            if (!unmet.isEmpty() && reason.isEmpty()) {
                return new Unmet(unmet);
            }
            Optional<Closed> closed = Optional.of(new Closed(now, head.chainPosition()));
            new MovedFindings(stores, client).seen(months, now);
            return say(
                    AuditAction.PERIOD_CLOSED,
                    months.stream()
                            .map(one -> told(one, PeriodState.CLOSED, closed))
                            .toList());
        }

        PeriodOutcome reopen(YearMonth month, boolean evenClosed) {
            PeriodState state = head.periods().state(month);
            if (state == PeriodState.OPEN) {
                return new Refused(Why.ALREADY_OPEN, month);
            }
            if (state == PeriodState.CLOSED && !evenClosed) {
                return new Refused(Why.NOT_ADMINISTRATOR, month);
            }
            if (state == PeriodState.CLOSED && reason.isEmpty()) {
                return new Refused(Why.REASON_MISSING, month);
            }
            return say(AuditAction.PERIOD_REOPENED, List.of(told(month, PeriodState.OPEN, lastClosed(month))));
        }

        private boolean hasNotEnded(YearMonth month) {
            return !month.isBefore(YearMonth.from(now.atZone(Oslo.ZONE)));
        }

        /** From the client's first month on. */
        private List<YearMonth> openBefore(YearMonth month) {
            ClientAccount account = stores.clients().find(client).orElseThrow();
            YearMonth first = ShowPeriods.begin(stores, account);
            List<YearMonth> open = new ArrayList<>();
            for (YearMonth one = first; one.isBefore(month); one = one.plusMonths(1)) {
                if (head.periods().state(one) != PeriodState.CLOSED) {
                    open.add(one);
                }
            }
            return open;
        }

        /** Of a month that was closed with a later one, when that was. */
        private Optional<Closed> lastClosed(YearMonth month) {
            boolean isTold = head.periods().told().containsKey(month);
            YearMonth last = isTold
                    ? month
                    : head.periods().lastClosed().filter(month::isBefore).orElse(month);
            return stores.periods().told(client, month, last).stream()
                    .filter(told -> isTold || told.state() == PeriodState.CLOSED)
                    .findFirst()
                    .flatMap(Told::closed);
        }

        private Told told(YearMonth month, PeriodState state, Optional<Closed> closed) {
            return new Told(month, state, now, actor, reason, closed);
        }

        private Done say(AuditAction action, List<Told> months) {
            stores.periods().save(client, months);
            for (Told month : months) {
                Map<String, String> after = new LinkedHashMap<>();
                after.put("state", month.state().apiName());
                reason.ifPresent(why -> after.put("reason", why));
                Map<String, String> before =
                        Map.of("state", head.periods().state(month.month()).apiName());
                stores.audit()
                        .record(
                                client,
                                new AuditEvent(now, actor, action, month.month().toString(), before, after));
            }
            return new Done(months.stream().map(Told::month).toList());
        }
    }
}
