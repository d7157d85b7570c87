package no.avstemt.application.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;

/** The ledgers of the installation and how far each is read, booked and proven. */
public interface LedgerStore {

    /** Writes down what Vipps lists, without a client account if it is new; what is taken into use stays so. */
    void remember(Ledger ledger);

    /** @throws LedgerTaken when the ledger belongs to another client account, or is not known */
    void takeIntoUse(ClientAccountId client, LedgerId ledger, List<SalesUnit> units);

    /** Of a ledger in use. */
    void add(ClientAccountId client, LedgerId ledger, SalesUnit unit);

    /** When the dates of a ledger in use end, Oslo time. */
    void cutOffAt(ClientAccountId client, LedgerId ledger, LocalTime cutoff);

    /** Whose ledger it is; none while it waits to be taken into use, or is not known at all. */
    Optional<ClientAccountId> owner(LedgerId ledger);

    /** The ledgers of one client account, by id. */
    List<OwnLedger> of(ClientAccountId client);

    List<SalesUnit> units(ClientAccountId client, LedgerId ledger);

    /** Writes down what a unit is about, of values that the client account has. */
    void map(ClientAccountId client, LedgerId ledger, SalesUnit mapped);

    /** As {@link #feed}, and nobody else moves it before this transaction ends. */
    Optional<FeedState> lockFeed(ClientAccountId client, LedgerId ledger, Stream stream);

    Optional<FeedState> feed(ClientAccountId client, LedgerId ledger, Stream stream);

    void save(ClientAccountId client, LedgerId ledger, Stream stream, FeedState state);

    /** As {@link #state}, and nobody else stores or books for the ledger before this transaction ends. */
    LedgerState lockState(ClientAccountId client, LedgerId ledger);

    LedgerState state(ClientAccountId client, LedgerId ledger);

    void save(ClientAccountId client, LedgerId ledger, LedgerState state);

    /** The unit's client accounts with a ledger of which something failed and is to be asked again by now. */
    List<ClientAccountId> due(Instant now);

    /** Somebody does not want to wait: the unit's client accounts have no ledger that waits to be asked again. */
    void tryNow();

    /**
     * Counts, per ledger date, captures and refunds whose VAT Vipps did not tell, booked on the unit's default code.
     *
     * @param chainPosition of the journal entry that books them, by which the count can be proven
     */
    void countDefaultVat(
            ClientAccountId client,
            LedgerId ledger,
            LocalDate ledgerDate,
            long chainPosition,
            long entries,
            long amount);

    /** @param cutoff when the ledger's dates end, Oslo time; Vipps does not tell, so it is a setting */
    record OwnLedger(LedgerId id, String currency, LocalTime cutoff) {}
}
