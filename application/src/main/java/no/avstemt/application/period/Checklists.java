package no.avstemt.application.period;

import java.time.YearMonth;
import java.util.List;
import no.avstemt.application.Stores;
import no.avstemt.application.period.Checklist.Kind;
import no.avstemt.application.period.Checklist.Point;
import no.avstemt.application.period.PeriodStore.OpenItems;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.time.Period;

/** Goes through what should be in order in a month of one client account. */
final class Checklists {

    private final Stores stores;
    private final ClientAccountId client;
    private final List<LedgerState> ledgers;

    Checklists(Stores stores, ClientAccountId client) {
        this.stores = stores;
        this.client = client;
        ledgers = stores.ledgers().of(client).stream()
                .map(ledger -> stores.ledgers().state(client, ledger.id()))
                .toList();
    }

    Checklist of(YearMonth month) {
        return new Checklist(month, points(days(month)));
    }

    /** Nothing that is required is missing on any of these days. */
    boolean areMet(Period days) {
        return points(days).stream().allMatch(point -> point.isMet() || !point.isRequired());
    }

    private List<Point> points(Period days) {
        OpenItems differences = stores.periods().differences(client, days);
        OpenItems suspense = stores.periods().openOnSuspense(client, days);
        OpenItems payouts = stores.periods().payoutsUnderWay(client, days);
        return List.of(
                new Point(Kind.LEDGERS_COMPLETE, incompleteLedgers(days), 0),
                new Point(Kind.BOOKS_EQUAL_VIPPS, differences.count(), differences.amount()),
                new Point(Kind.SUSPENSE_CLEARED, suspense.count(), suspense.amount()),
                new Point(Kind.NO_DRAFTS, stores.drafts().count(client, days), 0),
                new Point(Kind.DOCUMENTED, stores.files().countUndocumented(client, days), 0),
                new Point(Kind.PAYOUTS_ARRIVED, payouts.count(), payouts.amount()));
    }

    static Period days(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /** Booked, and proven as far as it can be. */
    private long incompleteLedgers(Period days) {
        return ledgers.stream()
                .filter(state -> state.checkedTo()
                        .or(state::bookedTo)
                        .filter(to -> !to.isBefore(days.last()))
                        .isEmpty())
                .count();
    }
}
