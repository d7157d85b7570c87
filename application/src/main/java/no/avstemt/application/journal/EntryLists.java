package no.avstemt.application.journal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.time.Period;

/** Drafts and posted entries as the API and lists show them. */
public interface EntryLists {

    /** Posted ones by date and in the order they were posted, then drafts by date. */
    Found page(ClientAccountId client, Wanted wanted, long offset, int limit);

    /** The same with the newest of the posted ones first. */
    Found newest(ClientAccountId client, Wanted wanted, long offset, int limit);

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
    record Wanted(Period days, Optional<RelationType> relation, Optional<Boolean> drafts, Search search) {

        public Wanted(Period days, Optional<RelationType> relation, Optional<Boolean> drafts) {
            this(days, relation, drafts, Search.ALL);
        }

        /** Whether only the days choose. */
        public boolean isAllOfTheDays() {
            return relation.isEmpty() && search.equals(Search.ALL);
        }
    }

    /**
     * By what people look for an entry.
     *
     * @param text a part of a description, of the document's number or payment reference, or of a partner's name or number;
     *     or the number of the entry; in any case of letters, where å is not a
     * @param account of a line
     * @param amount øre without sign, of a line; of the same one as the account
     * @param kinds of the voucher; any when empty. A draft has none
     */
    record Search(
            Optional<String> text, Optional<AccountCode> account, Optional<Long> amount, Set<Voucher.Kind> kinds) {

        public static final Search ALL = new Search(Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

        public Search {
            kinds = Set.copyOf(kinds);
        }
    }

    /** @param id any value of the type when empty */
    record RelationType(DimensionType type, Optional<Long> id) {}

    /** @param records on all pages */
    record Found(long records, List<FullEntry> page) {

        public Found {
            page = List.copyOf(page);
        }
    }
}
