package no.avstemt.application.voucher;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.Voucher;

/** Vouchers as a person reads them. */
public interface VoucherReads {

    Optional<VoucherView> find(ClientAccountId client, long voucherId);

    /** The voucher of an entry. */
    Optional<Long> ofEntry(ClientAccountId client, long entryId);

    /** What was booked on it, in the order that Vipps gave it. */
    List<Row> rows(ClientAccountId client, long voucherId, long offset, int most);

    /**
     * @param entries that it documents, the first ones
     * @param rows how many settlement entries and sales were booked on it
     * @param ore what they come to
     */
    record VoucherView(long id, Voucher voucher, List<EntryRef> entries, long entryCount, long rows, long ore) {

        public VoucherView {
            entries = List.copyOf(entries);
        }
    }

    /**
     * @param sale whether it is a sale, else a settlement entry
     * @param day ledger date, or the day of the sale in Oslo
     * @param type as Vipps names it
     * @param ore as booked on the account where the money went
     */
    record Row(
            boolean sale,
            long id,
            LocalDate day,
            Instant time,
            String type,
            Optional<String> reference,
            Optional<String> pspReference,
            long ore) {}
}
