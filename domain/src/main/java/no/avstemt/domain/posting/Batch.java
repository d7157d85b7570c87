package no.avstemt.domain.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;

/**
 * Settlement entries of one topic that are booked as one journal entry, on the last of their dates.
 *
 * @param transaction what Vipps calls it, where it is one and has a name
 * @param entries not empty, in Vipps's order
 */
public record Batch(Topic topic, Period dates, Optional<String> transaction, List<StoredEntry> entries) {

    public Batch {
        entries = List.copyOf(entries);
    }

    /** One ledger date. */
    static Batch ofDate(Topic topic, LocalDate date, List<StoredEntry> entries) {
        return new Batch(topic, new Period(date, date), Optional.empty(), entries);
    }

    public LocalDate date() {
        return dates.last();
    }

    String text(PostedTexts texts, LedgerId ledger) {
        return transaction
                .map(name -> texts.transaction(ledger, topic, date(), name))
                .orElseGet(() -> dates.first().equals(date())
                        ? texts.entry(ledger, topic, date())
                        : texts.span(ledger, topic, dates));
    }
}
