package no.avstemt.persistence.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.persistence.database.Bulk;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** The related objects of entries: one row for each type and number of a partner, made when an entry is about it first. */
final class Documents {

    private static final String GIVEN = """
            WITH given AS (
              SELECT g.*, v.dimension_value_id AS partner_id
                FROM unnest(:type::text[], :number::text[], :date::text[], :due::text[], :payment::text[], :partner::text[])
                     AS g (type, number, date, due, payment, partner)
                LEFT JOIN dimension_value v
                  ON v.client_account_id = :client AND v.type = 'businesspartner' AND v.key = g.partner
            )
            """;

    private static final String SAME = """
            d.client_account_id = :client AND d.document_type = g.type AND d.document_number = g.number
                   AND coalesce(d.business_partner_id, 0) = coalesce(g.partner_id, 0)""";

    private final Handle handle;
    private final ClientAccountId client;

    Documents(Handle handle, ClientAccountId client) {
        this.handle = handle;
        this.client = client;
    }

    /** Of the documents of these entries; those that are not there are made. */
    Map<Document, Long> ids(List<PostedEntry> entries) {
        List<Document> wanted = entries.stream()
                .flatMap(posted -> posted.entry().document().stream())
                .distinct()
                .toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        make(wanted);
        Map<Document, Long> ids = new HashMap<>();
        find(wanted).forEach(found -> ids.put(found.document(), found.id()));
        wanted.stream()
                .filter(document -> !ids.containsKey(document))
                .findFirst()
                .ifPresent(document -> {
                    throw new IllegalArgumentException(
                            "Client account " + client + " has another document " + document);
                });
        return ids;
    }

    /** What stands for these types, numbers and partners; other fields may differ. */
    List<Document> known(List<Document> documents) {
        return find(documents).stream().map(Found::document).toList();
    }

    private record Found(long id, Document document) {}

    private void make(List<Document> wanted) {
        Update insert = handle.createUpdate(GIVEN + """
                        INSERT INTO document (client_account_id, document_type, document_number, document_date, due_date,
                               payment_ref, business_partner_id)
                        SELECT :client, g.type, g.number, g.date::date, g.due::date, g.payment, g.partner_id
                          FROM given g
                         WHERE NOT EXISTS (SELECT FROM document d WHERE""" + " " + SAME + """
                        )
                            ON CONFLICT DO NOTHING
                        """).bind("client", client.value());
        bind(Bulk.of(insert, wanted));
        insert.execute();
    }

    private List<Found> find(List<Document> wanted) {
        Query query = handle.createQuery(GIVEN + """
                        SELECT d.document_id, d.document_type, d.document_number, d.document_date, d.due_date,
                               d.payment_ref, g.partner
                          FROM given g
                          JOIN document d ON""" + " " + SAME).bind("client", client.value());
        bind(Bulk.of(query, wanted));
        return query.map((row, context) -> found(row)).list();
    }

    private static void bind(Bulk<Document> columns) {
        columns.texts("type", Document::type)
                .texts("number", Document::number)
                .dates("date", Document::date)
                .optionalTexts("due", document -> document.dueDate().map(Object::toString))
                .optionalTexts("payment", Document::paymentReference)
                .optionalTexts("partner", document -> document.partner().map(DimensionRef::key));
    }

    private static Found found(ResultSet row) throws SQLException {
        Document document = new Document(
                row.getString("document_type"),
                row.getString("document_number"),
                Rows.date(row, "document_date"),
                Rows.optionalDate(row, "due_date"),
                Rows.optionalText(row, "payment_ref"),
                Rows.optionalText(row, "partner").map(key -> new DimensionRef(DimensionType.BUSINESSPARTNER, key)));
        return new Found(row.getLong("document_id"), document);
    }
}
