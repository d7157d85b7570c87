package no.avstemt.persistence.verify;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.ChainHash;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.Reversal;
import no.avstemt.domain.journal.Voucher;

/**
 * A header and its lines as they stand in the tables, whole or not.
 *
 * @param lines by their number
 */
record StoredEntry(Header header, List<Line> lines) {

    StoredEntry {
        lines = List.copyOf(lines);
    }

    /** @param reverses that this entry takes back another, where that can be found */
    record Header(
            long id,
            int fiscalYear,
            long number,
            long position,
            ChainHash hash,
            LocalDate date,
            String description,
            String voucherKind,
            String voucherKey,
            String createdBy,
            Optional<StoredDocument> document,
            Optional<StoredReversal> reverses,
            Optional<String> heldReason) {

        String name() {
            return fiscalYear + "/" + number;
        }
    }

    record StoredDocument(
            String type,
            String number,
            LocalDate date,
            Optional<LocalDate> due,
            Optional<String> reference,
            Optional<Member> partner) {}

    record StoredReversal(int fiscalYear, long number, String reason) {}

    record Line(
            int number,
            String account,
            LocalDate date,
            long amount,
            String currency,
            long currencyAmount,
            BigDecimal rate,
            Optional<String> taxCode,
            Optional<Long> taxBase,
            Optional<Long> taxAmount,
            List<Member> dimensions,
            String description,
            Optional<LocalDate> ledgerDate) {}

    record Member(boolean relation, String type, String key) {

        DimensionRef ref() {
            return new DimensionRef(
                    DimensionType.of(type).orElseThrow(() -> new IllegalArgumentException("No dimension is a " + type)),
                    key);
        }
    }

    /** Of changed amounts it may be beyond any that we keep. */
    BigInteger sum() {
        return lines.stream().map(line -> BigInteger.valueOf(line.amount())).reduce(BigInteger.ZERO, BigInteger::add);
    }

    boolean isNumberedFromOne() {
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).number() != index + 1) {
                return false;
            }
        }
        return !lines.isEmpty();
    }

    /** @throws IllegalArgumentException when it cannot be one */
    JournalEntry entry() {
        List<JournalLine> built = new ArrayList<>();
        lines.forEach(line -> built.add(line(line)));
        return new JournalEntry(
                header.date(),
                header.description(),
                new Voucher(Voucher.Kind.valueOf(header.voucherKind()), header.voucherKey()),
                header.createdBy(),
                built,
                List.of(),
                List.of(),
                header.document().map(StoredEntry::document),
                header.reverses().map(by -> new Reversal(by.fiscalYear(), by.number(), by.reason())),
                header.heldReason());
    }

    private static Document document(StoredDocument stored) {
        return new Document(
                stored.type(),
                stored.number(),
                stored.date(),
                stored.due(),
                stored.reference(),
                stored.partner().map(Member::ref));
    }

    private static JournalLine line(Line line) {
        return new JournalLine(
                line.number(),
                new AccountCode(line.account()),
                line.amount(),
                Currency.getInstance(line.currency()),
                line.currencyAmount(),
                line.rate(),
                line.taxCode(),
                line.taxBase(),
                line.taxAmount(),
                new DimensionSet(
                        line.dimensions().stream()
                                .filter(Member::relation)
                                .findFirst()
                                .map(Member::ref),
                        line.dimensions().stream()
                                .filter(member -> !member.relation())
                                .map(Member::ref)
                                .toList()),
                line.description(),
                line.ledgerDate());
    }
}
