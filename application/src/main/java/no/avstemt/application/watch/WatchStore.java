package no.avstemt.application.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Period;

/** What the watch over ledgers in use compares. */
public interface WatchStore {

    /** What Vipps listed last; none of a ledger that no connection ever listed. */
    Optional<Listing> listing(LedgerId ledger);

    /**
     * @param missingSince since when the whole list has been without it
     * @param handles of the sales units that it settles for
     */
    record Listing(Optional<Instant> missingSince, Optional<String> payoutAccount, Set<String> handles) {

        public Listing {
            handles = Set.copyOf(handles);
        }
    }

    /** What Vipps calls a sales unit that the ledger settles for now. */
    Optional<String> nameOf(LedgerId ledger, String handle);

    /** Of these sales units, the other ledgers that settle for them now. */
    Map<String, LedgerId> elsewhere(LedgerId ledger, Set<String> handles);

    /** Of these sales units, the other ledgers that settled for them last and do so no more. */
    Map<String, LedgerId> before(LedgerId ledger, Set<String> handles);

    /** By subject. */
    Map<String, String> accepted(ClientAccountId client, LedgerId ledger);

    void accept(ClientAccountId client, LedgerId ledger, String subject, String accepted, Instant at);

    void forget(ClientAccountId client, LedgerId ledger, Set<String> subjects);

    /** The latest ledger date with a capture or a refund. */
    Optional<LocalDate> lastSale(ClientAccountId client, LedgerId ledger);

    /** Captures and refunds on each ledger date that has any, counted up to so many. */
    SortedMap<LocalDate, Integer> sales(ClientAccountId client, LedgerId ledger, Period dates, int most);
}
