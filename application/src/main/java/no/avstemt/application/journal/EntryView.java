package no.avstemt.application.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.journal.ChainHash;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.money.Money;

/**
 * A journal entry as it stands in the books, with what is around it.
 *
 * @param createdBy who or what made it, in words
 * @param reverses the entry that this one reverses
 * @param reversedBy the entry that reverses this one
 * @param corrects entries that booked some of the same settlement entries just before this one did
 * @param correctedBy entries that booked some of its settlement entries anew
 * @param previous,next by number, over the turn of a year
 */
public record EntryView(
        EntryRef ref,
        LocalDate postingDate,
        String description,
        Voucher voucher,
        Optional<OfDocument> document,
        String createdBy,
        Instant createdAt,
        long chainPosition,
        ChainHash hash,
        List<Line> lines,
        Optional<EntryRef> reverses,
        Optional<EntryRef> reversedBy,
        List<EntryRef> corrects,
        List<EntryRef> correctedBy,
        Optional<EntryRef> previous,
        Optional<EntryRef> next) {

    public EntryView {
        lines = List.copyOf(lines);
        corrects = List.copyOf(corrects);
        correctedBy = List.copyOf(correctedBy);
    }

    /**
     * @param amount øre, debit positive
     * @param taxBase,taxAmount øre in ledger sign, on base lines only
     * @param dimensions what the line is about, its relation first
     * @param settlementEntries how many settlement entries the line carries
     * @param sales how many sales without a settlement entry it carries
     * @param foreign what stands on it in another currency than kroner
     */
    public record Line(
            int lineNo,
            Account account,
            String text,
            long amount,
            Optional<String> taxCode,
            Optional<Long> taxBase,
            Optional<Long> taxAmount,
            List<About> dimensions,
            Optional<LocalDate> ledgerDate,
            long settlementEntries,
            long sales,
            Optional<Foreign> foreign) {

        public Line {
            dimensions = List.copyOf(dimensions);
        }
    }

    /** @param rate kroner for one unit */
    public record Foreign(Money amount, BigDecimal rate) {}

    /** The document of a register that the entry is about. */
    public record OfDocument(long id, String type, String number) {}

    /** @param isRelation whether it is what the account asks for, or one of the line's other dimensions */
    public record About(DimensionRef ref, String name, boolean isRelation) {}
}
