package no.avstemt.persistence.report;

import java.util.List;
import java.util.function.Consumer;
import no.avstemt.application.report.Books.PartnerStretch;
import no.avstemt.application.report.Books.Place;
import no.avstemt.application.report.LedgerLine;
import no.avstemt.application.report.LineQuery;
import no.avstemt.persistence.database.Bulk;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Lines of an account by the customer or supplier they are about: the accounts on a page are read through once. */
final class PartnerLines {

    private static final String NUMBERED = """
        WITH %1$s, wanted AS (
          SELECT *
            FROM unnest(:accounts::bigint[], :partners::bigint[], :befores::bigint[], :counts::bigint[])
                 WITH ORDINALITY AS w (account_id, partner_id, before, lines, place)
        ), numbered AS (
          SELECT w.place, w.before, w.lines, %2$s,
                 row_number() OVER in_order AS line_number, sum(l.amount) OVER in_order - l.amount AS moved
            FROM (SELECT l.*, coalesce(pm.dimension_value_id, 0) AS partner_id
                    FROM journal_line l
                    LEFT JOIN dimension_set_member pm
                      ON pm.client_account_id = :client AND pm.dimension_set_id = l.dimension_set_id
                     AND pm.type = 'businesspartner'
                    %3$s
                   WHERE l.client_account_id = :client AND l.account_id = ANY (:accounts)
                     AND l.posting_date >= :from AND l.posting_date < :end
                     %4$s
                  OFFSET 0) l
            JOIN wanted w ON w.account_id = l.account_id AND w.partner_id = l.partner_id
          WINDOW in_order AS (PARTITION BY w.place ORDER BY l.posting_date, l.ordinal)
        ), page AS MATERIALIZED (
          SELECT *
            FROM numbered
           WHERE line_number > before AND line_number <= before + lines
        """;

    private static final String PLACE = """
        )
        SELECT posting_date, moved
          FROM page
        """;

    private static final String COUNTED = numbered("", LineStatement.COUNTED);
    private static final String ASKED_FOR = numbered(LineStatement.TO_ENTRY_AND_TEXTS, LineStatement.ASKED_FOR);

    private PartnerLines() {}

    private static String numbered(String joins, String conditions) {
        return NUMBERED.formatted(LineStretches.NAMES, LineStretches.COLUMNS, joins, conditions);
    }

    static Place place(Handle handle, LineQuery query, PartnerStretch stretch) {
        return statement(
                        handle,
                        PLACE,
                        query,
                        List.of(new PartnerStretch(stretch.accountId(), stretch.partner(), stretch.before(), 1)))
                .map((row, context) -> new Place(Rows.date(row, "posting_date"), 0, row.getLong("moved")))
                .one();
    }

    static void each(Handle handle, LineQuery query, List<PartnerStretch> stretches, Consumer<LedgerLine> each) {
        LineStatement.each(statement(handle, LineStretches.SHOWN, query, stretches), new LedgerLineRow(), each);
    }

    private static Query statement(Handle handle, String end, LineQuery query, List<PartnerStretch> stretches) {
        Query statement = LineStatement.of(handle, (query.isCounted() ? COUNTED : ASKED_FOR) + end, query);
        Bulk.of(statement, stretches)
                .longs("accounts", PartnerStretch::accountId)
                .longs("partners", stretch -> stretch.partner().orElse(0L))
                .longs("befores", PartnerStretch::before)
                .longs("counts", PartnerStretch::lines);
        return statement;
    }
}
