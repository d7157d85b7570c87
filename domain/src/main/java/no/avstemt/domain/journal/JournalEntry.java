package no.avstemt.domain.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.document.Document;

/**
 * What is booked at once: sums to zero in kroner, lines numbered 1..n, or is never built.
 *
 * @param voucher the documentation behind it
 * @param createdBy who or what made it, in words that stay readable for five years
 * @param document what it is about, where that has a number of its own
 * @param reversal the entry that it takes back
 * @param heldReason why it is posted although its month is held
 */
public record JournalEntry(
        LocalDate postingDate,
        String description,
        Voucher voucher,
        String createdBy,
        List<JournalLine> lines,
        List<SettlementLink> links,
        List<SaleLink> saleLinks,
        Optional<Document> document,
        Optional<Reversal> reversal,
        Optional<String> heldReason) {

    public JournalEntry {
        lines = List.copyOf(lines);
        links = List.copyOf(links);
        saleLinks = List.copyOf(saleLinks);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("A journal entry needs lines: " + description);
        }
        long sum = 0;
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).lineNo() != index + 1) {
                throw new IllegalArgumentException("Lines must be numbered 1.." + lines.size() + ": " + description);
            }
            sum = Math.addExact(sum, lines.get(index).amount());
        }
        if (sum != 0) {
            throw new IllegalArgumentException("Debit and credit differ by " + sum + " øre: " + description);
        }
    }

    public JournalEntry(
            LocalDate postingDate,
            String description,
            Voucher voucher,
            String createdBy,
            List<JournalLine> lines,
            List<SettlementLink> links) {
        this(postingDate, description, voucher, createdBy, lines, links, List.of());
    }

    public JournalEntry(
            LocalDate postingDate,
            String description,
            Voucher voucher,
            String createdBy,
            List<JournalLine> lines,
            List<SettlementLink> links,
            List<SaleLink> saleLinks) {
        this(
                postingDate,
                description,
                voucher,
                createdBy,
                lines,
                links,
                saleLinks,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * What takes an entry back, line by line.
     *
     * @param lines of the entry that is taken back
     */
    public static JournalEntry takingBack(
            Reversal reversal, LocalDate date, String description, String createdBy, List<JournalLine> lines) {
        Voucher voucher = new Voucher(Voucher.Kind.REVERSAL, reversal.fiscalYear() + "/" + reversal.number());
        List<JournalLine> reversed = lines.stream().map(JournalLine::reversed).toList();
        return new JournalEntry(date, description, voucher, createdBy, reversed, List.of()).takingBack(reversal);
    }

    /** The same on another day; its lines keep their ledger date. */
    public JournalEntry postedOn(LocalDate day) {
        return new JournalEntry(
                day, description, voucher, createdBy, lines, links, saleLinks, document, reversal, heldReason);
    }

    public JournalEntry about(Document related) {
        return new JournalEntry(
                postingDate,
                description,
                voucher,
                createdBy,
                lines,
                links,
                saleLinks,
                Optional.of(related),
                reversal,
                heldReason);
    }

    public JournalEntry takingBack(Reversal reversed) {
        return new JournalEntry(
                postingDate,
                description,
                voucher,
                createdBy,
                lines,
                links,
                saleLinks,
                document,
                Optional.of(reversed),
                heldReason);
    }

    public JournalEntry although(String monthIsHeldBecause) {
        return new JournalEntry(
                postingDate,
                description,
                voucher,
                createdBy,
                lines,
                links,
                saleLinks,
                document,
                reversal,
                Optional.of(monthIsHeldBecause));
    }
}
