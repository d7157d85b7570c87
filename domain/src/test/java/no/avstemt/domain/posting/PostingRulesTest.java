package no.avstemt.domain.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import no.avstemt.domain.Given;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import org.junit.jupiter.api.Test;

class PostingRulesTest {

    /** An accountant's table: what each type is booked as, debit first as it falls out. */
    private static final String TABLE = """
            funds capture                    12500 | 1577 12500, 3000 -10000, 2700 -2500 |
            funds refund                     -2500 | 1577 -2500, 3000 2000, 2700 500 |
            funds fees-retained              -1200 | 1577 -1200, 1592 1200 |
            funds payout-scheduled          -10000 | 1577 -10000, 1591 10000 |
            funds scheduled-for-payout      -10000 | 1577 -10000, 1591 10000 |
            funds payout-aborted             10000 | 1577 10000, 1591 -10000 | V-12
            funds retained-disputed-capture  -5000 | 1577 -5000, 1571 5000 |
            funds returned-disputed-capture   5000 | 1577 5000, 1571 -5000 |
            funds correction                   700 | 1577 700, 2995 -700 | V-02
            funds top-up                     90000 | 1577 90000, 1593 -90000 |
            funds credit-note                 -300 | 1577 -300, 1593 300 | V-03
            funds loyalty-adjustment            42 | 1577 42, 2995 -42 | V-01
            fees capture-fee                  -219 | 2992 -219, 7771 219 |
            fees fees-retained                1200 | 2992 1200, 1592 -1200 |
            fees fees-invoiced                4000 | 2992 4000, 2993 -4000 |
            fees correction                     19 | 2992 19, 2995 -19 | V-02
            fees credit-note                  -100 | 2992 -100, 2993 100 | V-03
            fees something-new                  -7 | 2992 -7, 2995 7 | V-01
            """;

    @Test
    void every_type_is_booked_as_the_table_says() {
        for (String row : TABLE.lines().toList()) {
            String[] cell = row.split("\\|", -1);
            String[] what = cell[0].trim().split("\\s+");
            Topic topic = Topic.valueOf(what[0].toUpperCase(java.util.Locale.ROOT));

            BookedDay day = book(topic, what[1], Long.parseLong(what[2]));

            assertEquals(cell[1].trim() + " | " + cell[2].trim(), told(day), row);
        }
    }

    @Test
    void the_table_has_every_type() {
        long told = TABLE.lines()
                .map(row -> row.trim().split("\\s+"))
                .map(what -> EntryType.of(Topic.valueOf(what[0].toUpperCase(java.util.Locale.ROOT)), what[1]))
                .distinct()
                .count();

        assertEquals(EntryType.values().length, told);
    }

    private static BookedDay book(Topic topic, String type, long amount) {
        StoredEntry entry = new StoredEntry(1, Given.entry(topic, type, amount, "x-2000001", "order", 0));
        return TopicDay.book(Given.books(), topic, Given.DAY, List.of(entry), new SalesOfEntries(List.of()), 0);
    }

    private static String told(BookedDay day) {
        String lines = day.entry().lines().stream()
                .map(line -> line.account() + " " + line.amount())
                .collect(Collectors.joining(", "));
        String findings = day.findings().stream()
                .map(Finding::code)
                .map(code -> code.number())
                .collect(Collectors.joining(","));
        return lines + " | " + findings;
    }
}
