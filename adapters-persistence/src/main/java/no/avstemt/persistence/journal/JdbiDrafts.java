package no.avstemt.persistence.journal;

import static no.avstemt.persistence.database.Rows.utc;

import java.time.Instant;
import java.util.Optional;
import no.avstemt.application.access.UserId;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.journal.DraftStore;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.time.Period;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Works inside the transaction of its handle. */
public final class JdbiDrafts implements DraftStore {

    private static final String PARTNER = """
            (SELECT dimension_value_id
               FROM dimension_value
              WHERE client_account_id = :client AND type = 'businesspartner' AND key = :partner)""";

    private final Handle handle;

    public JdbiDrafts(Handle handle) {
        this.handle = handle;
    }

    @Override
    public long add(ClientAccountId client, EntryDraft draft, Actor by, Instant at) {
        long id = head(handle.createQuery("""
                        INSERT INTO draft_entry (client_account_id, entry_date, description, document_type, document_number,
                               document_date, due_date, payment_ref, document_partner_id, created_by, created_by_user,
                               created_at)
                        VALUES (:client, :date, :description, :type, :number, :documentDate, :due, :payment,
                               """ + " " + PARTNER + """
                        , :by, :user, :at)
                        RETURNING draft_id
                        """), client, draft)
                .bind("by", by.name())
                .bind("user", by.user().map(UserId::value).orElse(null))
                .bind("at", utc(at))
                .mapTo(Long.class)
                .one();
        WrittenLines.ofDrafts(handle, client).add(id, draft.lines());
        return id;
    }

    private static <S extends SqlStatement<S>> S head(S statement, ClientAccountId client, EntryDraft draft) {
        Optional<Document> document = draft.document();
        return statement
                .bind("client", client.value())
                .bind("date", draft.date())
                .bind("description", draft.description())
                .bind("type", document.map(Document::type).orElse(null))
                .bind("number", document.map(Document::number).orElse(null))
                .bind("documentDate", document.map(Document::date).orElse(null))
                .bind("due", document.flatMap(Document::dueDate).orElse(null))
                .bind("payment", document.flatMap(Document::paymentReference).orElse(null))
                .bind(
                        "partner",
                        document.flatMap(Document::partner)
                                .map(DimensionRef::key)
                                .orElse(null));
    }

    @Override
    public boolean lock(ClientAccountId client, long draftId) {
        return handle.createQuery("""
                        SELECT draft_id
                          FROM draft_entry
                         WHERE client_account_id = :client AND draft_id = :draft
                           FOR UPDATE
                        """)
                .bind("client", client.value())
                .bind("draft", draftId)
                .mapTo(Long.class)
                .findOne()
                .isPresent();
    }

    @Override
    public void change(ClientAccountId client, long draftId, EntryDraft draft) {
        head(handle.createUpdate("""
                        UPDATE draft_entry
                           SET entry_date = :date, description = :description, document_type = :type,
                               document_number = :number, document_date = :documentDate, due_date = :due,
                               payment_ref = :payment, changes = changes + 1, document_partner_id =
                               """ + " " + PARTNER + """

                         WHERE client_account_id = :client AND draft_id = :draft
                        """), client, draft)
                .bind("draft", draftId)
                .execute();
        WrittenLines lines = WrittenLines.ofDrafts(handle, client);
        lines.remove(draftId);
        lines.add(draftId, draft.lines());
    }

    @Override
    public void remove(ClientAccountId client, long draftId) {
        handle.createUpdate("DELETE FROM draft_entry WHERE client_account_id = :client AND draft_id = :draft")
                .bind("client", client.value())
                .bind("draft", draftId)
                .execute();
    }

    @Override
    public long count(ClientAccountId client, Period days) {
        return handle.createQuery("""
                        SELECT count(*)
                          FROM draft_entry
                         WHERE client_account_id = :client AND entry_date BETWEEN :first AND :last
                        """)
                .bind("client", client.value())
                .bind("first", days.first())
                .bind("last", days.last())
                .mapTo(Long.class)
                .one();
    }
}
