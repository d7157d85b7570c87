package no.avstemt.domain.journal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.document.Document;

/**
 * The bytes of an entry that its hash covers: a version byte, then every field in a fixed order, numbers as eight bytes,
 * texts in NFC with their length before them, what may be missing with a byte that says whether it is there. No id of the
 * database is in it, so the same books restored elsewhere have the same hashes. Once written, a version never changes.
 *
 * <p>Version 1: fiscal year, number, posting date, description, voucher kind and key, created by, number of lines; of each
 * line its number, account, amount, currency, amount in it, rate, tax code, base and tax, relation, dimensions,
 * description, ledger date. What may be derived (cancelled, reconciled) is not in it.
 *
 * <p>Version 2, for entries that have any of it: the same, then the document (type, number, date, due date, payment
 * reference, partner), the reversal (fiscal year and number of the entry taken back, reason), and why it was posted in a
 * held month. Which version an entry has follows from what it holds, so taking any of it away is found.
 */
final class CanonicalEntry {

    private static final int PLAIN = 1;
    private static final int WITH_CONTEXT = 2;

    /** From here on there are letters with marks of their own, which NFC may put together. */
    private static final char FIRST_COMBINING = '\u0300';

    private byte[] bytes = new byte[1024];
    private int length;

    private CanonicalEntry() {}

    static byte[] of(int fiscalYear, long number, JournalEntry entry) {
        CanonicalEntry canonical = new CanonicalEntry();
        boolean hasContext = entry.document().isPresent()
                || entry.reversal().isPresent()
                || entry.heldReason().isPresent();
        canonical.flag(hasContext ? WITH_CONTEXT : PLAIN);
        canonical.write(fiscalYear, number, entry);
        if (hasContext) {
            canonical.context(entry);
        }
        return Arrays.copyOf(canonical.bytes, canonical.length);
    }

    private void write(int fiscalYear, long number, JournalEntry entry) {
        number(fiscalYear);
        number(number);
        date(entry.postingDate());
        text(entry.description());
        text(entry.voucher().kind().name());
        text(entry.voucher().key());
        text(entry.createdBy());
        number(entry.lines().size());
        entry.lines().forEach(this::line);
    }

    private void context(JournalEntry entry) {
        flag(entry.document().isPresent() ? 1 : 0);
        entry.document().ifPresent(this::document);
        flag(entry.reversal().isPresent() ? 1 : 0);
        entry.reversal().ifPresent(this::reversal);
        optionalText(entry.heldReason());
    }

    private void document(Document document) {
        text(document.type());
        text(document.number());
        date(document.date());
        optionalText(document.dueDate().map(LocalDate::toString));
        optionalText(document.paymentReference());
        optionalText(document.partner().map(DimensionRef::key));
    }

    private void reversal(Reversal reversal) {
        number(reversal.fiscalYear());
        number(reversal.number());
        text(reversal.reason());
    }

    private void line(JournalLine line) {
        number(line.lineNo());
        text(line.account().digits());
        number(line.amount());
        text(line.currency().getCurrencyCode());
        number(line.currencyAmount());
        rate(line.exchangeRate());
        optionalText(line.taxCode());
        optionalNumber(line.taxBase());
        optionalNumber(line.taxAmount());
        number(line.dimensions().relation().isPresent() ? 1 : 0);
        line.dimensions().relation().ifPresent(this::dimension);
        number(line.dimensions().others().size());
        line.dimensions().others().forEach(this::dimension);
        text(line.description());
        optionalText(line.ledgerDate().map(LocalDate::toString));
    }

    private void dimension(DimensionRef ref) {
        text(ref.type().apiName());
        text(ref.key());
    }

    private void rate(BigDecimal rate) {
        if (rate.equals(BigDecimal.ONE)) {
            text("1");
        } else {
            text(rate.signum() == 0 ? "0" : rate.stripTrailingZeros().toPlainString());
        }
    }

    private void date(LocalDate date) {
        text(date.toString());
    }

    private void optionalText(Optional<String> text) {
        flag(text.isPresent() ? 1 : 0);
        text.ifPresent(this::text);
    }

    private void optionalNumber(Optional<Long> number) {
        flag(number.isPresent() ? 1 : 0);
        number.ifPresent(this::number);
    }

    private void flag(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    private void number(long number) {
        room(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (number >>> shift);
        }
    }

    private void text(String text) {
        String composed = isComposed(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
        byte[] utf8 = composed.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    /** Surely in NFC already: nothing below U+0300 is ever put together or taken apart by it. */
    private static boolean isComposed(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) >= FIRST_COMBINING) {
                return false;
            }
        }
        return true;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
