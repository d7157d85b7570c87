package no.avstemt.persistence.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.avstemt.application.journal.EntryLists.Search;
import no.avstemt.application.journal.EntryLists.Wanted;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.Voucher;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The conditions of one question for entries: only those that were asked for stand in it. Texts of posted entries are read
 * through, so they are compared in the collation that costs least; see {@link Patterns#inAnyCase}.
 */
final class EntrySearch {

    private static final String SETS = """
            ARRAY(SELECT m.dimension_set_id
                    FROM dimension_set_member m
                   WHERE m.client_account_id = :client AND m.is_relation AND m.type = :type
                     AND (:value::bigint IS NULL OR m.dimension_value_id = :value))""";

    /** The days and accounts that have such lines are known from the counters. */
    private static final String POSTED_RELATED = """
             AND e.entry_id = ANY (ARRAY(
               SELECT DISTINCT l.entry_id
                 FROM balance_set_day b
                 JOIN journal_line l
                   ON l.client_account_id = :client AND l.account_id = b.account_id AND l.posting_date = b.day
                  AND l.dimension_set_id = b.dimension_set_id
                WHERE b.client_account_id = :client AND b.day BETWEEN :first AND :last
                  AND b.dimension_set_id = ANY (""" + SETS + """
            )))
            """;

    private static final String DRAFTS_RELATED = """
             AND e.draft_id = ANY (ARRAY(
               SELECT l.draft_id
                 FROM draft_line l
                WHERE l.client_account_id = :client AND l.dimension_set_id = ANY (""" + SETS + """
            )))
            """;

    private static final String ACCOUNT =
            "(SELECT a.account_id FROM account a WHERE a.client_account_id = :client AND a.code = :account)";

    private static final String PARTNERS = """
            ARRAY(SELECT p.dimension_value_id
                    FROM dimension_value p
                   WHERE p.client_account_id = :client AND p.type = 'businesspartner'
                     AND (p.key = :text OR lower(p.name) LIKE lower(:pattern)))""";

    private static final String SETS_OF_PARTNERS = """
            ARRAY(SELECT m.dimension_set_id
                    FROM dimension_set_member m
                   WHERE m.client_account_id = :client AND m.dimension_value_id = ANY (""" + PARTNERS + "))";

    private static final String POSTED_TEXT =
            """
             AND e.entry_id IN (
               SELECT l.entry_id
                 FROM journal_line l
                WHERE l.client_account_id = :client AND l.posting_date BETWEEN :first AND :last
                  AND (l.description COLLATE "C" ILIKE ANY (:patterns)
                       OR l.dimension_set_id = ANY (<sets>))
                UNION ALL
               SELECT t.entry_id
                 FROM journal_entry t
                WHERE t.client_account_id = :client AND t.posting_date BETWEEN :first AND :last
                  AND (t.description COLLATE "C" ILIKE ANY (:patterns)
                       OR t.number = :number AND t.fiscal_year = coalesce(:year::int, t.fiscal_year)
                       OR t.document_id = ANY (ARRAY(
                            SELECT d.document_id
                              FROM document d
                             WHERE d.client_account_id = :client
                               AND (lower(d.document_number) LIKE lower(:pattern)
                                    OR lower(d.payment_ref) LIKE lower(:pattern)
                                    OR d.business_partner_id = ANY (<partners>))))))
            """.replace("<sets>", SETS_OF_PARTNERS).replace("<partners>", PARTNERS);

    /** The same among entries that may have the text; a number is not one of their texts. */
    private static final String POSTED_FOUND =
            """
             AND e.entry_id IN (
               WITH candidate AS MATERIALIZED (
                 SELECT found_id
                   FROM entries_found(:client, ARRAY(
                          SELECT lower(:pattern)
                           UNION ALL
                          SELECT '%' || chr(1) || 'p' || id || chr(1) || '%' FROM unnest(<partners>) AS id))
               )
               SELECT l.entry_id
                 FROM candidate c
                 JOIN journal_line l ON l.client_account_id = :client AND l.entry_id = c.found_id
                WHERE l.posting_date BETWEEN :first AND :last
                  AND (l.description COLLATE "C" ILIKE ANY (:patterns)
                       OR l.dimension_set_id = ANY (<sets>))
                UNION ALL
               SELECT t.entry_id
                 FROM candidate c
                 JOIN journal_entry t ON t.client_account_id = :client AND t.entry_id = c.found_id
                WHERE t.posting_date BETWEEN :first AND :last
                  AND (t.description COLLATE "C" ILIKE ANY (:patterns)
                       OR t.document_id = ANY (ARRAY(
                            SELECT d.document_id
                              FROM document d
                             WHERE d.client_account_id = :client
                               AND (lower(d.document_number) LIKE lower(:pattern)
                                    OR lower(d.payment_ref) LIKE lower(:pattern)
                                    OR d.business_partner_id = ANY (<partners>)))))
                UNION ALL
               SELECT t.entry_id
                 FROM journal_entry t
                WHERE t.client_account_id = :client AND t.posting_date BETWEEN :first AND :last AND :number >= 0
                  AND t.number = :number AND t.fiscal_year = coalesce(:year::int, t.fiscal_year))
            """.replace("<sets>", SETS_OF_PARTNERS).replace("<partners>", PARTNERS);

    /** What the index of texts needs to look for something. */
    private static final int LETTERS = 3;

    private static final String DRAFTS_TEXT =
            """
             AND (lower(e.description) LIKE lower(:pattern)
                  OR lower(e.document_number) LIKE lower(:pattern)
                  OR lower(e.payment_ref) LIKE lower(:pattern)
                  OR e.document_partner_id = ANY (<partners>)
                  OR e.draft_id IN (
                       SELECT l.draft_id
                         FROM draft_line l
                        WHERE l.client_account_id = :client
                          AND (lower(l.description) LIKE lower(:pattern) OR l.dimension_set_id = ANY (<sets>))))
            """.replace("<sets>", SETS_OF_PARTNERS).replace("<partners>", PARTNERS);

    private static final String OF_KINDS = """
             AND e.voucher_id IN (
               SELECT v.voucher_id
                 FROM voucher v
                WHERE v.client_account_id = :client AND v.kind = ANY (:kinds::text[]))
            """;

    /** {@code 2026/17}, or {@code 17} of any year. */
    private static final Pattern NUMBER = Pattern.compile("(?:([0-9]{4})/)?([0-9]{1,15})");

    private final Wanted wanted;
    private final Search search;

    EntrySearch(Wanted wanted) {
        this.wanted = wanted;
        search = wanted.search();
    }

    /** What follows FROM, with the entry as {@code e}. */
    String posted() {
        return "journal_entry e WHERE e.client_account_id = :client AND e.posting_date BETWEEN :first AND :last"
                + (wanted.relation().isPresent() ? " " + POSTED_RELATED : "")
                + lines("e.entry_id IN (SELECT l.entry_id FROM journal_line l WHERE l.client_account_id = :client"
                        + " AND l.posting_date BETWEEN :first AND :last")
                + search.text().map(EntrySearch::postedText).orElse("")
                + (search.kinds().isEmpty() ? "" : OF_KINDS);
    }

    private static String postedText(String text) {
        return text.codePointCount(0, text.length()) < LETTERS ? POSTED_TEXT : POSTED_FOUND;
    }

    /** The same for drafts. */
    String drafts() {
        return "draft_entry e WHERE e.client_account_id = :client AND e.entry_date BETWEEN :first AND :last"
                + (wanted.relation().isPresent() ? " " + DRAFTS_RELATED : "")
                + lines("e.draft_id IN (SELECT l.draft_id FROM draft_line l WHERE l.client_account_id = :client")
                + (search.text().isPresent() ? DRAFTS_TEXT : "")
                + (search.kinds().isEmpty() ? "" : " AND false");
    }

    private String lines(String among) {
        List<String> conditions = new ArrayList<>();
        search.account().ifPresent(code -> conditions.add(" AND l.account_id = " + ACCOUNT));
        search.amount().ifPresent(ore -> conditions.add(" AND l.amount IN (:amount, -:amount)"));
        return conditions.isEmpty() ? "" : " AND " + among + String.join("", conditions) + ")";
    }

    /** @param sql of the parts above, never from outside */
    Query query(Handle handle, ClientAccountId client, String sql, boolean ofDrafts) {
        Query query = handle.createQuery(sql)
                .bind("client", client.value())
                .bind("first", wanted.days().first())
                .bind("last", wanted.days().last());
        wanted.relation()
                .ifPresent(relation -> query.bind("type", relation.type().apiName())
                        .bind("value", relation.id().orElse(null)));
        search.account().map(AccountCode::digits).ifPresent(code -> query.bind("account", code));
        search.amount().ifPresent(ore -> query.bind("amount", ore));
        search.text().ifPresent(text -> bind(query, text, ofDrafts));
        if (!search.kinds().isEmpty() && !ofDrafts) {
            query.bindArray(
                    "kinds",
                    String.class,
                    search.kinds().stream().map(Voucher.Kind::name).toList());
        }
        return query;
    }

    private static void bind(Query query, String text, boolean ofDrafts) {
        query.bind("text", text).bind("pattern", Patterns.anywhere(text));
        if (!ofDrafts) {
            Matcher number = NUMBER.matcher(text);
            boolean isNumber = number.matches();
            Optional<String> year = isNumber ? Optional.ofNullable(number.group(1)) : Optional.empty();
            query.bindArray("patterns", String.class, Patterns.inAnyCase(text))
                    .bind("number", isNumber ? Long.parseLong(number.group(2)) : -1L)
                    .bind("year", year.map(Integer::valueOf).orElse(null));
        }
    }
}
