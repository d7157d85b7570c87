package no.avstemt.domain.journal;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Optional;
import no.avstemt.domain.dimension.DimensionRef;

/**
 * The bytes of an entry that its hash covers: a version byte, then every field in a fixed order, numbers as eight bytes,
 * texts in NFC with their length before them, what may be missing with a byte that says whether it is there. No id of the
 * database is in it, so the same books restored elsewhere have the same hashes. Once written, a version never changes.
 *
 * <p>Version 1: fiscal year, number, posting date, description, voucher kind and key, created by, number of lines; of each
 * line its number, account, amount, currency, amount in it, rate, tax code, base and tax, relation, dimensions,
 * description, ledger date. What may be derived (cancelled, reconciled) is not in it.
 */
final class CanonicalEntry {

    private static final int VERSION = 1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

    private CanonicalEntry() {}

    static byte[] of(int fiscalYear, long number, JournalEntry entry) {
        CanonicalEntry canonical = new CanonicalEntry();
        canonical.out.write(VERSION);
        canonical.write(fiscalYear, number, entry);
        return canonical.out.toByteArray();
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
        text(rate.signum() == 0 ? "0" : rate.stripTrailingZeros().toPlainString());
    }

    private void date(LocalDate date) {
        text(date.toString());
    }

    private void optionalText(Optional<String> text) {
        out.write(text.isPresent() ? 1 : 0);
        text.ifPresent(this::text);
    }

    private void optionalNumber(Optional<Long> number) {
        out.write(number.isPresent() ? 1 : 0);
        number.ifPresent(this::number);
    }

    private void number(long number) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private void text(String text) {
        byte[] utf8 = Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        out.writeBytes(utf8);
    }
}
