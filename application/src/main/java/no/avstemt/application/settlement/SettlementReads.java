package no.avstemt.application.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.paging.Slice;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.StoredEntry;

/** Settlement entries as a person looks for them. */
public interface SettlementReads {

    Slice<EntryQuery.Row> page(EntryQuery query);

    Optional<RawEntry> entry(ClientAccountId client, long settlementEntryId);

    /** Entries of either topic with this PSP reference or reference, by ledger date, at most {@code limit}. */
    List<StoredEntry> ofPayment(
            ClientAccountId client,
            LedgerId ledger,
            Optional<String> pspReference,
            Optional<String> reference,
            int limit);

    /** The payout that settles this ledger date: the first on it or after it. */
    Optional<StoredEntry> payoutOf(ClientAccountId client, LedgerId ledger, LocalDate ledgerDate);

    /** @param raw Vipps's own JSON, personal data cut out */
    record RawEntry(StoredEntry stored, long feedPosition, String raw) {}
}
