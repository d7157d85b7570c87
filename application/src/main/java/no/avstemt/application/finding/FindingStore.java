package no.avstemt.application.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Period;

/** Findings of client accounts. */
public interface FindingStore {

    /** Opens what is not open already; one that is open with another amount is closed and opened anew. */
    void open(ClientAccountId client, Collection<Finding> findings, Instant at);

    /** Closes the open findings of this code in this ledger and period whose subject is not among those still found. */
    void closeAllBut(
            ClientAccountId client,
            LedgerId ledger,
            FindingCode code,
            Period period,
            Set<String> subjectsStillFound,
            Instant at);

    /** The earliest ledger date that an open finding of these codes stands on. */
    Optional<LocalDate> earliestOpen(ClientAccountId client, LedgerId ledger, Set<FindingCode> codes);

    /** Open ones first, each by date and number; closed ones only if asked for. */
    List<StoredFinding> of(ClientAccountId client, boolean closedToo);

    /** Findings about this subject, open ones first. */
    List<StoredFinding> about(ClientAccountId client, String subject);

    /** Open findings of all clients of the unit of work: those that come first, then the largest amounts. */
    List<StoredFinding> openOfAll(int limit);

    /** Some of {@link #of}, in its order, each with where its settlement entry is and is booked. */
    List<PlacedFinding> page(ClientAccountId client, boolean closedToo, long offset, int limit);

    long count(ClientAccountId client, boolean closedToo);

    /** How many stand before this one in the order of {@link #of}; none where it is not among them. */
    Optional<Long> before(ClientAccountId client, boolean closedToo, long findingId);

    /**
     * @param settlementEntryId of the row it is about, where it is about one
     * @param booked where that row stands in the journal
     */
    record PlacedFinding(StoredFinding stored, Optional<Long> settlementEntryId, Optional<Place> booked) {}

    record Place(long entryId, int lineNo, int fiscalYear, long number) {}

    record StoredFinding(
            long id, ClientAccountId client, Finding finding, Instant foundAt, Optional<Instant> closedAt) {}
}
