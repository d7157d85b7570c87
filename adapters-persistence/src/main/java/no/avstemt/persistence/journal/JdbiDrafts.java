package no.avstemt.persistence.journal;

import static no.avstemt.persistence.database.Rows.utc;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.access.UserId;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.journal.DraftStore;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.DraftLine;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.database.BulkInsert;
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
        addLines(client, id, draft.lines());
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
                               payment_ref = :payment, document_partner_id =
                               """ + " " + PARTNER + """

                         WHERE client_account_id = :client AND draft_id = :draft
                        """), client, draft)
                .bind("draft", draftId)
                .execute();
        handle.createUpdate("DELETE FROM draft_line WHERE client_account_id = :client AND draft_id = :draft")
                .bind("client", client.value())
                .bind("draft", draftId)
                .execute();
        addLines(client, draftId, draft.lines());
    }

    private record Row(int lineNo, Optional<Long> account, Optional<Long> set, DraftLine line) {}

    private void addLines(ClientAccountId client, long draftId, List<DraftLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Map<DimensionSet, Long> sets = new DimensionSets(handle, client)
                .ids(lines.stream().map(DraftLine::dimensions).distinct().toList());
        Map<AccountCode, Long> accounts = accounts(client, lines);
        List<Row> rows = new ArrayList<>();
        for (DraftLine line : lines) {
            rows.add(new Row(
                    rows.size() + 1,
                    line.account().map(accounts::get),
                    Optional.ofNullable(sets.get(line.dimensions())),
                    line));
        }
        new BulkInsert<>(handle, "draft_line", rows)
                .longs("client_account_id", row -> client.value())
                .longs("draft_id", row -> draftId)
                .ints("line_no", Row::lineNo)
                .optionalLongs("account_id", Row::account)
                .longs("amount", row -> row.line().amount())
                .texts("currency", row -> row.line().currency().getCurrencyCode())
                .longs("currency_amount", row -> row.line().currencyAmount())
                .parsed(
                        "exchange_rate",
                        "numeric(38, 18)",
                        row -> rate(row.line().exchangeRate()))
                .optionalTexts("tax_code", row -> row.line().taxCode())
                .optionalLongs("tax_base", row -> row.line().taxBase())
                .optionalLongs("tax_amount", row -> row.line().taxAmount())
                .optionalLongs("dimension_set_id", Row::set)
                .texts("description", row -> row.line().description())
                .execute();
    }

    private static String rate(BigDecimal rate) {
        return rate.toPlainString();
    }

    private Map<AccountCode, Long> accounts(ClientAccountId client, List<DraftLine> lines) {
        Map<AccountCode, Long> ids = new HashMap<>();
        handle.createQuery("""
                        SELECT code, account_id
                          FROM account
                         WHERE client_account_id = :client AND code = ANY (:codes::text[])
                        """)
                .bind("client", client.value())
                .bindArray(
                        "codes",
                        String.class,
                        lines.stream()
                                .flatMap(line -> line.account().stream())
                                .map(AccountCode::digits)
                                .distinct()
                                .toList())
                .map((row, context) -> Map.entry(new AccountCode(row.getString("code")), row.getLong("account_id")))
                .forEach(account -> ids.put(account.getKey(), account.getValue()));
        return ids;
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
