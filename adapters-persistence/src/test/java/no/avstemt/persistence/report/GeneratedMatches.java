package no.avstemt.persistence.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Handle;

/** Matches of chance over the lines of one client account: in full and in part, and some of them undone. */
final class GeneratedMatches {

    private record Line(long entry, int no, long amount, LocalDate day) {}

    private GeneratedMatches() {}

    static void write(Handle handle, long client, Random random) {
        List<Line> lines = handle.createQuery("""
                        SELECT entry_id, line_no, amount, posting_date
                          FROM journal_line
                         WHERE client_account_id = :client AND amount <> 0
                         ORDER BY entry_id, line_no
                        """)
                .bind("client", client)
                .map((row, context) ->
                        new Line(row.getLong(1), row.getInt(2), row.getLong(3), row.getObject(4, LocalDate.class)))
                .list();
        for (int i = 0; i < lines.size() / 8; i++) {
            long match = handle.createUpdate("""
                            INSERT INTO line_match (client_account_id, rule, matched_at, undone_at)
                            VALUES (:client, 'by hand', now(), CASE WHEN :undone THEN now() END)
                            """)
                    .bind("client", client)
                    .bind("undone", i % 5 == 0)
                    .executeAndReturnGeneratedKeys("match_id")
                    .mapTo(Long.class)
                    .one();
            Line one = lines.get(random.nextInt(lines.size()));
            Line other = lines.get(random.nextInt(lines.size()));
            add(handle, client, match, one, random);
            if (one != other) {
                add(handle, client, match, other, random);
            }
        }
    }

    private static void add(Handle handle, long client, long match, Line line, Random random) {
        handle.createUpdate("INSERT INTO line_match_part VALUES (:client, :match, :entry, :no, :amount)")
                .bind("client", client)
                .bind("match", match)
                .bind("entry", line.entry())
                .bind("no", line.no())
                .bind("amount", random.nextInt(3) == 0 ? line.amount() / 3 : line.amount())
                .execute();
    }
}
