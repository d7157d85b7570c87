package no.avstemt.domain.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;

/** Divides settlement entries of one ledger into what is booked as one journal entry each. */
public final class Batches {

    private final Granularities granularities;
    private final Spans spans;

    /** @param spans that are booked, or are about to be */
    public Batches(Granularities granularities, Spans spans) {
        this.granularities = granularities;
        this.spans = spans;
    }

    /** By date, funds before fees, then as Vipps gave them. */
    public List<Batch> of(List<StoredEntry> entries) {
        Map<Key, List<StoredEntry>> byKey = new LinkedHashMap<>();
        entries.forEach(stored ->
                byKey.computeIfAbsent(key(stored), any -> new ArrayList<>()).add(stored));
        return byKey.entrySet().stream()
                .map(keyed -> keyed.getKey().batch(keyed.getValue()))
                .sorted(Comparator.comparing(Batch::date).thenComparing(Batch::topic))
                .toList();
    }

    /** @param transaction by which its entries find each other; empty where the dates hold all */
    private record Key(Topic topic, Period dates, String transaction, Optional<String> name) {

        Batch batch(List<StoredEntry> entries) {
            return new Batch(topic, dates, name, entries);
        }
    }

    private Key key(StoredEntry stored) {
        SettlementEntry entry = stored.entry();
        LocalDate date = entry.ledgerDate();
        return switch (granularities.on(date)) {
            case PER_DATE -> new Key(entry.topic(), new Period(date, date), "", Optional.empty());
            case PER_PAYOUT -> new Key(entry.topic(), spans.of(date), "", Optional.empty());
            case PER_TRANSACTION ->
                new Key(
                        entry.topic(),
                        new Period(date, date),
                        transaction(stored),
                        entry.pspReference().or(entry::reference));
        };
    }

    /** A transaction is never mixed with an order that has the same text, nor with an entry that has neither. */
    private static String transaction(StoredEntry stored) {
        return stored.entry()
                .pspReference()
                .map(psp -> "psp " + psp)
                .or(() -> stored.entry().reference().map(order -> "order " + order))
                .orElseGet(() -> "entry " + stored.id());
    }
}
