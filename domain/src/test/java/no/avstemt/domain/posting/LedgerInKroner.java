package no.avstemt.domain.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.avstemt.domain.Given;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.currency.ExchangeRate;
import no.avstemt.domain.currency.ExchangeRates;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.posting.ExchangeDifferences.Standing;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;

/** A ledger in Danish kroner, told row by row and booked date by date. */
final class LedgerInKroner {

    static final Currency DKK = Currency.getInstance("DKK");

    private final Map<LocalDate, ExchangeRate> rates = new TreeMap<>();
    private final TreeMap<LocalDate, Map<Topic, List<StoredEntry>>> days = new TreeMap<>();
    private final Map<Topic, Long> balances = new EnumMap<>(Topic.class);
    private long rows;

    /** @param rate kroner for one */
    void row(LocalDate day, BigDecimal rate, Topic topic, String type, long amount) {
        rates.put(day, new ExchangeRate(DKK, day, 1, rate));
        long before = balance(topic);
        balances.put(topic, before + amount);
        rows++;
        SettlementEntry entry = new SettlementEntry(
                Given.LEDGER,
                topic,
                type,
                day,
                day.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(rows),
                new Money(amount, DKK),
                before,
                before + amount,
                Optional.of(Long.toString(rows)),
                Optional.of("order-" + rows),
                Optional.of("NO:57860"));
        days.computeIfAbsent(day, key -> new EnumMap<>(Topic.class))
                .computeIfAbsent(topic, key -> new ArrayList<>())
                .add(new StoredEntry(rows, entry));
    }

    long balance(Topic topic) {
        return balances.getOrDefault(topic, 0L);
    }

    /** In the order in which they are posted. */
    List<JournalEntry> book() {
        LedgerBooks books = Given.books().valuedBy(new ExchangeRates(DKK, rates.values()));
        ExchangeDifferences differences = new ExchangeDifferences(books, Map.of());
        List<JournalEntry> entries = new ArrayList<>();
        days.forEach((day, topics) -> {
            List<BookedDay> booked = new ArrayList<>();
            topics.forEach((topic, stored) ->
                    booked.add(TopicDay.book(books, topic, day, stored, new SalesOfEntries(List.of()), 0)));
            booked.stream().map(BookedDay::entry).forEach(entries::add);
            List<StoredEntry> stored =
                    topics.values().stream().flatMap(List::stream).toList();
            differences.on(day, booked, stored).map(BookedDay::entry).ifPresent(entries::add);
        });
        return entries;
    }

    /** What each account stands at after these entries. */
    static Map<AccountCode, Standing> standing(List<JournalEntry> entries) {
        Map<AccountCode, Standing> standing = new HashMap<>();
        for (JournalEntry entry : entries) {
            for (JournalLine line : entry.lines()) {
                long inCurrency = line.currency().equals(DKK) ? line.currencyAmount() : 0;
                standing.merge(line.account(), new Standing(inCurrency, line.amount()), Standing::plus);
            }
        }
        return standing;
    }
}
