package no.avstemt.persistence.journal;

import java.util.Optional;
import no.avstemt.domain.client.ClientAccountId;
import org.jdbi.v3.core.Handle;

/** Writes the texts of posted entries where a search finds them. */
final class EntryTexts {

    private static final String WRITE = """
        INSERT INTO entry_text (client_account_id, entry_id, texts)
        SELECT e.client_account_id, e.entry_id,
               concat_ws(chr(10), lower(e.description), lower(v.key), lower(d.document_number), lower(d.payment_ref),
                 o.descriptions, o.partners, chr(1) || 'p' || d.business_partner_id || chr(1))
          FROM journal_entry e
          JOIN voucher v ON v.client_account_id = :client AND v.voucher_id = e.voucher_id
          LEFT JOIN document d ON d.client_account_id = :client AND d.document_id = e.document_id
         CROSS JOIN LATERAL (
               SELECT string_agg(DISTINCT lower(l.description), chr(10))
                        FILTER (WHERE l.description <> e.description) AS descriptions,
                      string_agg(DISTINCT chr(1) || 'p' || m.dimension_value_id || chr(1), chr(10)) AS partners
                 FROM journal_line l
                 LEFT JOIN dimension_set_member m
                   ON m.client_account_id = :client AND m.dimension_set_id = l.dimension_set_id
                  AND m.type = 'businesspartner'
                WHERE l.client_account_id = :client AND l.entry_id = e.entry_id) o
         WHERE e.client_account_id = :client AND e.chain_position > :from AND e.chain_position <= :to
        """;

    private final Handle handle;
    private final ClientAccountId client;

    EntryTexts(Handle handle, ClientAccountId client) {
        this.handle = handle;
        this.client = client;
    }

    /**
     * Of the next entries in the chain.
     *
     * @return how many, 0 also where someone else is at it
     */
    long write(int most) {
        handle.createUpdate("""
            INSERT INTO entry_text_end (client_account_id, chain_position)
            VALUES (:client, 0)
                ON CONFLICT (client_account_id) DO NOTHING
            """).bind("client", client.value()).execute();
        Optional<Long> from = handle.createQuery("""
            SELECT chain_position FROM entry_text_end WHERE client_account_id = :client FOR UPDATE SKIP LOCKED
            """)
                .bind("client", client.value())
                .mapTo(Long.class)
                .findOne();
        return from.map(position -> write(position, Math.min(end(), position + most)))
                .orElse(0L);
    }

    private long write(long from, long to) {
        if (to > from) {
            handle.createUpdate(WRITE)
                    .bind("client", client.value())
                    .bind("from", from)
                    .bind("to", to)
                    .execute();
            handle.createUpdate("UPDATE entry_text_end SET chain_position = :to WHERE client_account_id = :client")
                    .bind("client", client.value())
                    .bind("to", to)
                    .execute();
        }
        return to - from;
    }

    /** The end of the chain: whoever sees it sees all entries up to it. */
    private long end() {
        return handle.createQuery("SELECT chain_position FROM journal_head WHERE client_account_id = :client")
                .bind("client", client.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }
}
