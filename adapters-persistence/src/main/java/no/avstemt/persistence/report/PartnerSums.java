package no.avstemt.persistence.report;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.avstemt.application.report.Books.AccountLines;
import no.avstemt.application.report.Books.Partner;
import no.avstemt.application.report.LineQuery;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Sums per account and customer or supplier: from counters where they tell, else from lines. */
final class PartnerSums {

    private static final String OF_COUNTERS = """
        WITH %1$s, counted AS (
          %2$s
        )
        SELECT c.account_id, m.dimension_value_id AS partner_id, sum(c.incoming) AS incoming, sum(c.debit) AS debit,
               sum(c.credit) AS credit, sum(c.lines) AS lines
          FROM counted c
          LEFT JOIN dimension_set_member m
            ON m.client_account_id = :client AND m.dimension_set_id = c.dimension_set_id AND m.type = 'businesspartner'
         GROUP BY c.account_id, m.dimension_value_id
        HAVING sum(c.all_lines) > 0
        """;

    private static final String OF_LINES =
            """
        WITH %1$s
        SELECT l.account_id, m.dimension_value_id AS partner_id,
               coalesce(sum(l.amount) FILTER (WHERE l.posting_date < :from), 0) AS incoming,
               coalesce(sum(l.amount) FILTER (WHERE l.posting_date >= :from AND l.amount > 0), 0) AS debit,
               coalesce(-sum(l.amount) FILTER (WHERE l.posting_date >= :from AND l.amount < 0), 0) AS credit,
               count(*) FILTER (WHERE l.posting_date >= :from) AS lines
          FROM journal_line l
          %2$s
          LEFT JOIN dimension_set_member m
            ON m.client_account_id = :client AND m.dimension_set_id = l.dimension_set_id AND m.type = 'businesspartner'
         WHERE l.client_account_id = :client AND l.account_id = ANY (:accounts) AND l.posting_date < :end
           %3$s
         GROUP BY l.account_id, m.dimension_value_id
        """.formatted(LineStretches.NAMES, LineStatement.TO_ENTRY_AND_TEXTS, LineStatement.ASKED_FOR);

    private static final Cut.Forms ALL = counted("");
    private static final Cut.Forms CHOSEN = counted(LineStatement.IN_CHOSEN);

    private PartnerSums() {}

    private static Cut.Forms counted(String condition) {
        return Cut.forms(cut -> OF_COUNTERS.formatted(
                LineStatement.CHOSEN, Counted.perSet(cut, ":accounts", Counted.TAX_CODES + condition)));
    }

    static void each(Handle handle, LineQuery query, Chart chart, BiConsumer<Optional<Long>, AccountLines> each) {
        chart.bind(LineStatement.of(handle, sums(query), query), query.accountCodes())
                .map((row, context) -> Map.entry(
                        Rows.optionalLong(row, "partner_id"),
                        new AccountLines(
                                row.getLong("account_id"),
                                row.getLong("incoming"),
                                row.getLong("debit"),
                                row.getLong("credit"),
                                row.getLong("lines"))))
                .forEach(sum -> each.accept(sum.getKey(), sum.getValue()));
    }

    private static String sums(LineQuery query) {
        if (!query.isCounted()) {
            return OF_LINES;
        }
        return (query.dimensions().isNone() ? ALL : CHOSEN).of(Span.of(query.period()), false);
    }

    static Map<Long, Partner> partners(Handle handle, ClientAccountId client, Set<Long> ids) {
        Query partners = handle.createQuery("""
                        SELECT v.dimension_value_id, v.key, v.name, b.organisation_number
                          FROM dimension_value v
                          LEFT JOIN business_partner b USING (client_account_id, dimension_value_id)
                         WHERE v.client_account_id = :client AND v.dimension_value_id = ANY (:ids)
                        """).bind("client", client.value()).bind("ids", ids.toArray(Long[]::new));
        return partners
                .map((row, context) -> new Partner(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        Rows.optionalText(row, "organisation_number")))
                .stream()
                .collect(Collectors.toMap(Partner::id, Function.identity()));
    }
}
