package no.avstemt.application.journal;

import java.util.List;
import java.util.Optional;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.time.Period;

/** Drafts and posted entries as the API and lists show them. */
public interface EntryLists {

    /** Posted ones by date and in the order they were posted, then drafts by date. */
    Found page(ClientAccountId client, Wanted wanted, long offset, int limit);

    Optional<FullEntry> find(ClientAccountId client, long id);

    Optional<FullEntry> find(ClientAccountId client, int fiscalYear, long number);

    /** The documents of these types, numbers and partners that the client account has; other fields may differ. */
    List<Document> known(ClientAccountId client, List<Document> documents);

    /**
     * Which entries are asked for.
     *
     * @param days of the posting date
     * @param relation of at least one line
     * @param drafts only drafts, or none; both when empty
     */
    record Wanted(Period days, Optional<RelationType> relation, Optional<Boolean> drafts) {}

    /** @param id any value of the type when empty */
    record RelationType(DimensionType type, Optional<Long> id) {}

    /** @param records on all pages */
    record Found(long records, List<FullEntry> page) {

        public Found {
            page = List.copyOf(page);
        }
    }
}
