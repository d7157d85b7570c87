package no.avstemt.persistence.report;

import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.time.Period;
import org.jdbi.v3.core.Handle;

/**
 * Lines of drafts, as statements count them beside what is posted: those of drafts that balance, where {@code :drafts} is
 * bound to true. None is read where it is false.
 */
final class DraftLines {

    /** Drafts that do not balance, or have an amount on no account: no report counts them. */
    private static final String LEFT_OUT = """
        SELECT draft_id
          FROM draft_line
         WHERE client_account_id = :client
         GROUP BY draft_id
        HAVING sum(amount) <> 0 OR bool_or(account_id IS NULL AND amount <> 0)""";

    /** Condition on a draft {@code e}: its lines {@code l} are counted. */
    static final String COUNTED = ":drafts AND l.account_id IS NOT NULL AND e.draft_id NOT IN (" + LEFT_OUT + ")";

    /** Each line as a counter {@code b} of its own, of a day. */
    static final String AS_COUNTERS = """
        SELECT l.account_id, coalesce(l.dimension_set_id, 0) AS dimension_set_id, e.entry_date AS day,
                 coalesce(l.tax_code, '') AS tax_code, greatest(l.amount, 0) AS debit, greatest(-l.amount, 0) AS credit
            FROM draft_entry e
            JOIN draft_line l ON l.client_account_id = :client AND l.draft_id = e.draft_id
           WHERE e.client_account_id = :client AND e.entry_date < :end AND\s""" + COUNTED;

    private DraftLines() {}

    static String version(Handle handle, ClientAccountId client) {
        return handle.createQuery("""
                        SELECT 'drafts ' || coalesce(md5(string_agg(draft_id || '.' || changes, ' ' ORDER BY draft_id)), '')
                          FROM draft_entry
                         WHERE client_account_id = :client
                        """)
                .bind("client", client.value())
                .mapTo(String.class)
                .one();
    }

    static long leftOut(Handle handle, ClientAccountId client, Period days) {
        return handle.createQuery("""
                        SELECT count(*)
                          FROM draft_entry
                         WHERE client_account_id = :client AND entry_date BETWEEN :first AND :last
                           AND draft_id IN (
                        """ + LEFT_OUT + ")")
                .bind("client", client.value())
                .bind("first", days.first())
                .bind("last", days.last())
                .mapTo(Long.class)
                .one();
    }
}
