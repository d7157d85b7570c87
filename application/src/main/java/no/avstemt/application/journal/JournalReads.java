package no.avstemt.application.journal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.client.ClientAccountId;

/** The journal of a client account as a person looks at it. */
public interface JournalReads {

    Optional<EntryView> entry(ClientAccountId client, long entryId);

    /** The posted entries that are about a document, the first first. */
    List<EntryRef> ofDocument(ClientAccountId client, long documentId, int most);

    /** The lines that carry these settlement entries, by settlement entry, generation and line. */
    List<Booking> carrying(ClientAccountId client, Collection<Long> settlementEntries);

    /** The lines that carry these sales, which moved no money at Vipps, by sale, generation and line. */
    List<Booking> carryingSales(ClientAccountId client, Collection<Long> sales);
}
