package no.avstemt.application.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompletenessTest {

    /**
     * Oslo is one hour ahead of UTC here. Columns: cutoff, funds and fees (latest ledger date seen @ caught up at), sales
     * (the same, or none), now, and up to which date all has come.
     */
    private static final String TABLE = """
            00:00 | 14@-              | 14@-              | none              | 2026-03-14T12:00:00Z | 13
            00:00 | 14@-              | 13@-              | none              | 2026-03-14T12:00:00Z | 12
            00:00 | 13@2026-03-14T04:59:59Z | 13@2026-03-14T04:59:59Z | none  | 2026-03-14T05:00:00Z | 12
            00:00 | 13@2026-03-14T05:00:00Z | 13@2026-03-14T05:00:00Z | none  | 2026-03-14T05:00:00Z | 13
            04:00 | 13@2026-03-14T05:00:00Z | 13@2026-03-14T05:00:00Z | none  | 2026-03-14T05:00:00Z | 12
            04:00 | 13@2026-03-14T09:00:00Z | 13@2026-03-14T09:00:00Z | none  | 2026-03-14T09:00:00Z | 13
            00:00 | 11@2026-03-14T08:00:00Z | -@2026-03-14T08:00:00Z  | none  | 2026-03-14T08:00:00Z | 13
            00:00 | 14@-              | 14@-              | 12@2026-03-13T00:00:00Z | 2026-03-14T00:00:00Z | 12
            00:00 | 14@-              | 14@-              | 14@-              | 2026-03-14T00:00:00Z | 13
            00:00 | 14@-              | 14@-              | 12@2026-03-13T00:00:00Z | 2026-03-14T11:00:00Z | 13
            00:00 | -@-               | 14@-              | none              | 2026-03-14T11:00:00Z | none
            """;

    @Test
    void a_date_is_complete_when_the_table_says_so() {
        for (String row : TABLE.lines().toList()) {
            String[] cell = row.split("\\|");

            Optional<LocalDate> completeTo = Completeness.completeTo(
                    LocalTime.parse(cell[0].trim()),
                    feed(cell[1].trim()),
                    feed(cell[2].trim()),
                    feed(cell[3].trim()),
                    Instant.parse(cell[4].trim()));

            assertEquals(
                    cell[5].trim(),
                    completeTo.map(date -> "" + date.getDayOfMonth()).orElse("none"),
                    row);
        }
    }

    private static Optional<FeedState> feed(String told) {
        if (told.equals("none")) {
            return Optional.empty();
        }
        String[] part = told.split("@");
        return Optional.of(new FeedState(
                "c",
                1,
                part[0].equals("-") ? Optional.empty() : Optional.of(LocalDate.of(2026, 3, Integer.parseInt(part[0]))),
                part[1].equals("-") ? Optional.empty() : Optional.of(Instant.parse(part[1])),
                Instant.parse("2026-03-14T00:00:00Z")));
    }
}
