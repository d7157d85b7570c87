package no.avstemt.domain.journal;

import java.time.LocalDate;
import java.util.List;

/**
 * What is booked at once: sums to zero in kroner, lines numbered 1..n, or is never built.
 *
 * @param voucher the documentation behind it
 * @param createdBy who or what made it, in words that stay readable for five years
 */
public record JournalEntry(
        LocalDate postingDate,
        String description,
        Voucher voucher,
        String createdBy,
        List<JournalLine> lines,
        List<SettlementLink> links,
        List<SaleLink> saleLinks) {

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
}
