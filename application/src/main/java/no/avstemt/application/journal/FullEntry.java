package no.avstemt.application.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.access.UserId;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.DraftLine;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.Voucher;

/**
 * A draft or a posted entry with all that is kept of it.
 *
 * @param ref empty for a draft, which has no number
 * @param creator in words that stay readable
 * @param reversedBy the entry that takes this one back
 */
public record FullEntry(
        long id,
        Optional<EntryRef> ref,
        LocalDate date,
        String description,
        Optional<KeptVoucher> voucher,
        Optional<KeptDocument> document,
        Optional<UserId> creatorId,
        String creator,
        Instant createdAt,
        Optional<EntryRef> reverses,
        Optional<String> reversalReason,
        Optional<EntryRef> reversedBy,
        Optional<String> heldReason,
        List<Line> lines) {

    public FullEntry {
        lines = List.copyOf(lines);
    }

    public record KeptVoucher(long id, Voucher voucher) {}

    /** @param id none for that of a draft, which is kept with it */
    public record KeptDocument(Optional<Long> id, Document document, Optional<Value> partner) {}

    /** One value of a dimension, with its id in the API. */
    public record Value(long id, DimensionRef ref, String name) {}

    /**
     * @param id none for a line of a draft
     * @param amount øre, debit positive
     * @param currencyAmount minor units of the currency, same sign
     * @param reconciled øre without sign
     * @param relation what the account asks for
     */
    public record Line(
            Optional<Long> id,
            int lineNo,
            Optional<AccountKey> account,
            String description,
            long amount,
            Currency currency,
            long currencyAmount,
            BigDecimal exchangeRate,
            Optional<String> taxCode,
            Optional<Long> taxBase,
            Optional<Long> taxAmount,
            long reconciled,
            Optional<Value> relation,
            List<Value> dimensions,
            Optional<LocalDate> ledgerDate) {

        public Line {
            dimensions = List.copyOf(dimensions);
        }

        private DimensionSet set() {
            return new DimensionSet(
                    relation.map(Value::ref),
                    dimensions.stream().map(Value::ref).toList());
        }

        DraftLine draft() {
            return new DraftLine(
                    account.map(AccountKey::code),
                    amount,
                    currency,
                    currencyAmount,
                    exchangeRate,
                    taxCode,
                    taxBase,
                    taxAmount,
                    set(),
                    description);
        }

        JournalLine posted() {
            return new JournalLine(
                    lineNo,
                    account.map(AccountKey::code).orElseThrow(),
                    amount,
                    currency,
                    currencyAmount,
                    exchangeRate,
                    taxCode,
                    taxBase,
                    taxAmount,
                    set(),
                    description,
                    ledgerDate);
        }
    }

    public record AccountKey(long id, AccountCode code) {}

    public boolean isDraft() {
        return ref.isEmpty();
    }

    /** The same to be written again: what a draft holds, or what a copy of a posted entry begins with. */
    public EntryDraft draft() {
        return new EntryDraft(
                date,
                description,
                document.map(KeptDocument::document),
                lines.stream().map(Line::draft).toList());
    }
}
