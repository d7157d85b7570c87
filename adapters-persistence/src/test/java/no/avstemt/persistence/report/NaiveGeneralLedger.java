package no.avstemt.persistence.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.report.DimensionFilter;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.ReportQuery;
import org.jdbi.v3.core.Handle;

/** The general ledger as one would do it by hand: all lines in a heap, sorted and sifted one by one. */
final class NaiveGeneralLedger {

    private final List<Line> lines;
    private final List<Part> parts;

    record Line(
            boolean draft,
            long id,
            long entry,
            int no,
            String account,
            LocalDate day,
            long number,
            long amount,
            Optional<String> taxCode,
            List<Long> members,
            boolean cancelledOrReversing,
            String texts) {

        String shown() {
            return account + " " + day + " " + (draft ? "draft " + entry : number) + "/" + no + " "
                    + (draft ? "" : id + " ") + amount;
        }
    }

    private record Part(long match, long entry, int no, long amount, LocalDate day, boolean undone) {}

    NaiveGeneralLedger(Handle handle, long client) {
        lines = new ArrayList<>(posted(handle, client));
        lines.addAll(drafts(handle, client));
        parts = parts(handle, client);
    }

    private static List<Line> posted(Handle handle, long client) {
        return handle.createQuery("""
                        SELECT l.line_id, l.entry_id, l.line_no, a.code, l.posting_date, e.number, l.amount, l.tax_code,
                               e.reverses_entry_id IS NOT NULL OR e.entry_id IN (
                                   SELECT reverses_entry_id FROM journal_entry WHERE client_account_id = :client) AS gone,
                               ARRAY(SELECT m.dimension_value_id FROM dimension_set_member m
                                      WHERE m.dimension_set_id = l.dimension_set_id AND m.client_account_id = :client)
                                 AS members,
                               concat_ws(chr(10), a.code, a.name_nb, a.name_en, l.description, e.description, v.key,
                                 d.document_number, d.payment_ref, p.name,
                                 (SELECT x.name FROM dimension_set_member m
                                    JOIN dimension_value x USING (dimension_value_id)
                                   WHERE m.dimension_set_id = l.dimension_set_id AND x.type = 'businesspartner'))
                                 AS texts
                          FROM journal_line l
                          JOIN account a USING (client_account_id, account_id)
                          JOIN journal_entry e USING (client_account_id, entry_id)
                          JOIN voucher v USING (client_account_id, voucher_id)
                          LEFT JOIN document d USING (client_account_id, document_id)
                          LEFT JOIN dimension_value p ON p.dimension_value_id = d.business_partner_id
                         WHERE l.client_account_id = :client
                        """)
                .bind("client", client)
                .map((row, context) -> new Line(
                        false,
                        row.getLong("line_id"),
                        row.getLong("entry_id"),
                        row.getInt("line_no"),
                        row.getString("code"),
                        row.getObject("posting_date", LocalDate.class),
                        row.getLong("number"),
                        row.getLong("amount"),
                        Optional.ofNullable(row.getString("tax_code")),
                        Arrays.asList((Long[]) row.getArray("members").getArray()),
                        row.getBoolean("gone"),
                        row.getString("texts")))
                .list();
    }

    /** Those of drafts that come to zero and have every amount on an account. */
    private static List<Line> drafts(Handle handle, long client) {
        return handle.createQuery("""
                        SELECT e.draft_id, l.line_no, a.code, e.entry_date, l.amount, l.tax_code,
                               ARRAY(SELECT m.dimension_value_id FROM dimension_set_member m
                                      WHERE m.dimension_set_id = l.dimension_set_id AND m.client_account_id = :client)
                                 AS members,
                               concat_ws(chr(10), a.code, a.name_nb, a.name_en, l.description, e.description,
                                 e.document_number, e.payment_ref, p.name,
                                 (SELECT x.name FROM dimension_set_member m
                                    JOIN dimension_value x USING (dimension_value_id)
                                   WHERE m.dimension_set_id = l.dimension_set_id AND x.type = 'businesspartner'))
                                 AS texts
                          FROM draft_line l
                          JOIN account a USING (client_account_id, account_id)
                          JOIN draft_entry e USING (client_account_id, draft_id)
                          LEFT JOIN dimension_value p ON p.dimension_value_id = e.document_partner_id
                         WHERE l.client_account_id = :client
                           AND (SELECT sum(o.amount) FROM draft_line o WHERE o.draft_id = e.draft_id) = 0
                           AND NOT EXISTS (SELECT FROM draft_line o
                                            WHERE o.draft_id = e.draft_id AND o.account_id IS NULL AND o.amount <> 0)
                        """)
                .bind("client", client)
                .map((row, context) -> new Line(
                        true,
                        0,
                        row.getLong("draft_id"),
                        row.getInt("line_no"),
                        row.getString("code"),
                        row.getObject("entry_date", LocalDate.class),
                        row.getLong("draft_id"),
                        row.getLong("amount"),
                        Optional.ofNullable(row.getString("tax_code")),
                        Arrays.asList((Long[]) row.getArray("members").getArray()),
                        false,
                        row.getString("texts")))
                .list();
    }

    private static List<Part> parts(Handle handle, long client) {
        return handle.createQuery("""
                        SELECT p.*, e.posting_date, m.undone_at IS NOT NULL AS undone
                          FROM line_match_part p
                          JOIN line_match m USING (client_account_id, match_id)
                          JOIN journal_entry e USING (client_account_id, entry_id)
                         WHERE p.client_account_id = :client
                        """)
                .bind("client", client)
                .map((row, context) -> new Part(
                        row.getLong("match_id"),
                        row.getLong("entry_id"),
                        row.getInt("line_no"),
                        row.getLong("amount"),
                        row.getObject("posting_date", LocalDate.class),
                        row.getBoolean("undone")))
                .list();
    }

    List<Line> rows(ReportQuery query) {
        return lines.stream()
                .filter(line -> isWithin(line, query))
                .filter(line -> isAskedFor(line, query))
                .sorted(Comparator.comparing(Line::account)
                        .thenComparing(Line::day)
                        .thenComparing(Line::draft)
                        .thenComparing(Line::number)
                        .thenComparing(Line::no))
                .toList();
    }

    long reconciled(Line line, ReportQuery query) {
        LocalDate last = query.get(Parameters.UNTIL).orElse(LocalDate.MAX);
        return Math.abs(parts.stream()
                .filter(part -> part.entry() == line.entry() && part.no() == line.no() && !part.undone())
                .filter(part -> parts.stream()
                        .filter(other -> other.match() == part.match())
                        .noneMatch(other -> other.day().isAfter(last)))
                .mapToLong(Part::amount)
                .sum());
    }

    private static boolean isWithin(Line line, ReportQuery query) {
        return !line.day().isBefore(query.get(Parameters.SINCE).orElse(LocalDate.MIN))
                && !line.day().isAfter(query.get(Parameters.UNTIL).orElse(LocalDate.MAX));
    }

    private boolean isAskedFor(Line line, ReportQuery query) {
        Set<String> accounts = query.get(Parameters.ACCOUNT_CODES);
        Set<String> taxCodes = query.get(Parameters.TAX_CODES);
        return (!line.draft() || query.get(Parameters.INCLUDE_DRAFTS))
                && (accounts.isEmpty() || accounts.contains(line.account()))
                && (taxCodes.isEmpty() || line.taxCode().map(taxCodes::contains).orElse(false))
                && matches(line, query.get(Parameters.DIMENSIONS))
                && query.get(Parameters.FREE_TEXT)
                        .map(text -> lower(line.texts()).contains(lower(text)))
                        .orElse(true)
                && (query.get(Parameters.INCLUDE_CANCELLED) || !line.cancelledOrReversing())
                && (query.get(Parameters.INCLUDE_RECONCILED) || isOpen(line, query));
    }

    private boolean isOpen(Line line, ReportQuery query) {
        long reconciled = reconciled(line, query);
        return reconciled == 0 || reconciled < Math.abs(line.amount());
    }

    private static boolean matches(Line line, DimensionFilter filter) {
        return filter.values().values().stream()
                .allMatch(ids -> line.members().stream().anyMatch(ids::contains));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
