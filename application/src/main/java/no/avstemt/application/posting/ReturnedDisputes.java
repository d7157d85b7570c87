package no.avstemt.application.posting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.avstemt.application.Stores;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.application.journal.TakeBack;
import no.avstemt.application.settlement.DisputeStore.SettledAndReturned;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.period.PeriodState;
import no.avstemt.domain.period.Periods;
import no.avstemt.domain.posting.BookedDay;
import no.avstemt.domain.posting.PostedTexts;
import no.avstemt.domain.time.Period;

/**
 * A capture that comes back after it was booked as a loss, or its sale credited: that entry is taken back on the day of the
 * return, so that the dispute is closed by the return alone. Of what is still retained someone must choose anew.
 */
final class ReturnedDisputes {

    private static final Actor PROGRAM = Actor.system(BookedDay.CREATED_BY);

    private final Stores stores;
    private final ClientAccountId client;
    private final PostedTexts texts;
    private final Clock clock;

    ReturnedDisputes(Stores stores, ClientAccountId client, PostedTexts texts, Clock clock) {
        this.stores = stores;
        this.client = client;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * @param bookedTo returns of later ledger dates are not in the books yet
     * @param periods of the locked head
     */
    List<JournalEntry> reversals(ClientAccount account, OwnLedger ledger, LocalDate bookedTo, Periods periods) {
        if (bookedTo.isBefore(account.startDate())) {
            return List.of();
        }
        return stores
                .disputes()
                .settledAndReturned(client, ledger.id(), new Period(account.startDate(), bookedTo))
                .stream()
                .map(returned -> reversal(returned, periods))
                .toList();
    }

    private JournalEntry reversal(SettledAndReturned returned, Periods periods) {
        FullEntry settled = stores.entryLists().find(client, returned.entryId()).orElseThrow();
        String text = texts.disputeReturned(returned.retained(), TakeBack.number(settled));
        LocalDate happened = returned.returnedOn().isBefore(settled.date()) ? settled.date() : returned.returnedOn();
        LocalDate date = periods.postingDateFor(happened);
        stores.audit()
                .record(
                        client,
                        new AuditEvent(
                                clock.instant(),
                                PROGRAM,
                                AuditAction.DISPUTE_REOPENED,
                                returned.retained().pspReference().orElse(""),
                                Map.of("entry", TakeBack.number(settled)),
                                Map.of("returned", returned.returnedOn().toString(), "posted", date.toString())));
        JournalEntry reversal = TakeBack.of(settled, date, text, text, BookedDay.CREATED_BY);
        return periods.state(date) == PeriodState.HELD ? reversal.although(texts.inHeldMonth()) : reversal;
    }
}
