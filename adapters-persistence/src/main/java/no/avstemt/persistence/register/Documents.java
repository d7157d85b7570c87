package no.avstemt.persistence.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.register.KeptDocument;
import no.avstemt.application.register.KeptDocument.PartnerOf;
import no.avstemt.application.register.Register;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.database.Rows;
import no.avstemt.persistence.register.Refusals.Tried;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** Documents; those of posted entries are held by the database. Works inside the transaction of its handle. */
record Documents(Handle handle) implements Register<KeptDocument> {

    private static final String ROWS = """
            SELECT d.document_id, d.document_type, d.document_number, d.document_date, d.due_date, d.payment_ref,
                   d.active, d.business_partner_id, v.key AS partner_number, v.name AS partner_name
              FROM document d
              LEFT JOIN dimension_value v
                ON v.client_account_id = d.client_account_id AND v.dimension_value_id = d.business_partner_id
             WHERE d.client_account_id = :client
            """;

    private static final String ASKED_FOR = """
               AND (d.active OR NOT :activeOnly)
               AND (:pattern IS NULL OR lower(d.document_number) LIKE lower(:pattern)
                    OR lower(d.payment_ref) LIKE lower(:pattern) OR lower(v.name) LIKE lower(:pattern))
            """;

    /** The latest first. */
    @Override
    public Found<KeptDocument> page(ClientAccountId client, Search search, long offset, int limit) {
        long records = asked(handle.createQuery("SELECT count(*) FROM (" + ROWS + ASKED_FOR + ") d"), client, search)
                .mapTo(Long.class)
                .one();
        List<Stored<KeptDocument>> page = asked(handle.createQuery(ROWS + ASKED_FOR + """
                         ORDER BY d.document_date DESC, d.document_id DESC
                        OFFSET :offset LIMIT :limit
                        """), client, search)
                .bind("offset", offset)
                .bind("limit", limit)
                .map((row, context) -> stored(row))
                .list();
        return new Found<>(records, page);
    }

    private static Query asked(Query query, ClientAccountId client, Search search) {
        return query.bind("client", client.value())
                .bind("activeOnly", search.activeOnly())
                .bind("pattern", search.text().map(Values::anywhere).orElse(null));
    }

    @Override
    public Optional<Stored<KeptDocument>> find(ClientAccountId client, long id) {
        return handle.createQuery(ROWS + " AND d.document_id = :id")
                .bind("client", client.value())
                .bind("id", id)
                .map((row, context) -> stored(row))
                .findOne();
    }

    private static Stored<KeptDocument> stored(ResultSet row) throws SQLException {
        KeptDocument document = new KeptDocument(
                row.getString("document_type"),
                row.getString("document_number"),
                Rows.date(row, "document_date"),
                Rows.optionalDate(row, "due_date"),
                Rows.optionalText(row, "payment_ref"),
                partner(row),
                row.getBoolean("active"));
        return new Stored<>(row.getLong("document_id"), document);
    }

    private static Optional<PartnerOf> partner(ResultSet row) throws SQLException {
        Optional<Long> id = Rows.optionalLong(row, "business_partner_id");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new PartnerOf(id.get(), row.getString("partner_number"), row.getString("partner_name")));
    }

    @Override
    public Optional<Long> add(ClientAccountId client, KeptDocument thing) {
        return of(handle.createQuery("""
                        INSERT INTO document (client_account_id, document_type, document_number, document_date, due_date,
                               payment_ref, business_partner_id, active)
                        VALUES (:client, :type, :number, :date, :due, :reference, :partner, :active)
                            ON CONFLICT DO NOTHING
                        RETURNING document_id
                        """), client, thing).mapTo(Long.class).findOne();
    }

    @Override
    public Written change(ClientAccountId client, long id, KeptDocument thing) {
        Tried<Integer> tried = Refusals.tried(
                handle,
                () -> of(handle.createUpdate("""
                                UPDATE document
                                   SET document_type = :type, document_number = :number, document_date = :date,
                                       due_date = :due, payment_ref = :reference, business_partner_id = :partner,
                                       active = :active
                                 WHERE client_account_id = :client AND document_id = :id
                                """), client, thing).bind("id", id).execute());
        return tried.written();
    }

    @Override
    public Written remove(ClientAccountId client, long id) {
        return Refusals.tried(
                        handle,
                        () -> handle.createUpdate("""
                                DELETE FROM document
                                 WHERE client_account_id = :client AND document_id = :id
                                """)
                                .bind("client", client.value())
                                .bind("id", id)
                                .execute())
                .written();
    }

    private static <S extends SqlStatement<S>> S of(S statement, ClientAccountId client, KeptDocument thing) {
        return statement
                .bind("client", client.value())
                .bind("type", thing.type())
                .bind("number", thing.number())
                .bind("date", thing.date())
                .bind("due", thing.dueDate().orElse(null))
                .bind("reference", thing.paymentReference().orElse(null))
                .bind("partner", thing.partner().map(PartnerOf::id).orElse(null))
                .bind("active", thing.active());
    }
}
