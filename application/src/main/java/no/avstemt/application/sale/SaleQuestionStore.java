package no.avstemt.application.sale;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.StoredEntry;

/** Captures and refunds whose sales Vipps is asked for one by one. */
public interface SaleQuestionStore {

    /**
     * Remembers the captures and refunds of this date that no sale tells of, neither by transaction nor by order and amount.
     * A sales unit none of whose payments had a sale on the date or in the week before is one that Vipps tells no sales of.
     */
    void remember(ClientAccountId client, LedgerId ledger, LocalDate date);

    /** Those whose sale has come meanwhile are not asked for any more. */
    void settle(ClientAccountId client, LedgerId ledger);

    /** Never asked for, earliest first; then those that have waited longest. */
    List<Due> due(ClientAccountId client, LedgerId ledger, Instant now, int limit);

    /** @param again none when it is not asked for any more */
    void asked(ClientAccountId client, Due due, State state, Instant at, Optional<Instant> again);

    /** No answer came: nothing is known, and those that have waited longer come first. */
    void unanswered(ClientAccountId client, Due due, Instant at, Instant again);

    enum State {
        WAITING,
        FOUND,
        GIVEN_UP
    }

    /** @param times how often it was asked for before and answered */
    record Due(StoredEntry entry, int times) {}
}
