package no.avstemt.persistence.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.journal.Booking;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.application.journal.EntryView;
import no.avstemt.application.journal.EntryView.About;
import no.avstemt.application.journal.EntryView.Foreign;
import no.avstemt.application.journal.EntryView.Line;
import no.avstemt.application.journal.EntryView.OfDocument;
import no.avstemt.application.journal.JournalReads;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.SaftGrouping;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.ChainHash;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.money.Money;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/** Works inside the transaction of its handle. */
public final class JdbiJournalReads implements JournalReads {

    private static final String ACCOUNT = """
            a.account_id, a.code, a.name_nb, a.name_en, a.relation_type, a.default_tax_code,
            a.grouping_category, a.grouping_code, a.active, a.postable
            """;

    private final Handle handle;

    public JdbiJournalReads(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Optional<EntryView> entry(ClientAccountId client, long entryId) {
        List<Line> lines = lines(client, entryId);
        return handle.createQuery("""
                        SELECT e.entry_id, e.fiscal_year, e.number, e.chain_position, e.chain_hash, e.posting_date,
                               e.description, e.created_by, e.created_at, e.reverses_entry_id, v.kind, v.key,
                               d.document_id, d.document_type, d.document_number
                          FROM journal_entry e
                          JOIN voucher v ON v.client_account_id = :client AND v.voucher_id = e.voucher_id
                          LEFT JOIN document d ON d.client_account_id = :client AND d.document_id = e.document_id
                         WHERE e.client_account_id = :client AND e.entry_id = :entry
                        """)
                .bind("client", client.value())
                .bind("entry", entryId)
                .map((row, context) -> entry(row, client, lines))
                .findOne();
    }

    private EntryView entry(ResultSet row, ClientAccountId client, List<Line> lines) throws SQLException {
        EntryRef ref = ref(row);
        return new EntryView(
                ref,
                Rows.date(row, "posting_date"),
                row.getString("description"),
                new Voucher(Voucher.Kind.valueOf(row.getString("kind")), row.getString("key")),
                document(row),
                row.getString("created_by"),
                Rows.instant(row, "created_at"),
                row.getLong("chain_position"),
                new ChainHash(row.getBytes("chain_hash")),
                lines,
                Rows.optionalLong(row, "reverses_entry_id").flatMap(id -> ref(client, "entry_id = :id", id)),
                ref(client, "reverses_entry_id = :id", ref.id()),
                corrections(client, ref.id(), -1),
                corrections(client, ref.id(), 1),
                beside(client, ref, "<", "DESC"),
                beside(client, ref, ">", "ASC"));
    }

    private static Optional<OfDocument> document(ResultSet row) throws SQLException {
        Optional<Long> id = Rows.optionalLong(row, "document_id");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new OfDocument(id.get(), row.getString("document_type"), row.getString("document_number")));
    }

    @Override
    public List<EntryRef> ofDocument(ClientAccountId client, long documentId, int most) {
        return handle.createQuery("""
                        SELECT entry_id, fiscal_year, number
                          FROM journal_entry
                         WHERE client_account_id = :client AND document_id = :document
                         ORDER BY chain_position
                         LIMIT :most
                        """)
                .bind("client", client.value())
                .bind("document", documentId)
                .bind("most", most)
                .map((row, context) -> ref(row))
                .list();
    }

    /** @param condition one of those above, never from outside */
    private Optional<EntryRef> ref(ClientAccountId client, String condition, long id) {
        return handle.createQuery("SELECT entry_id, fiscal_year, number FROM journal_entry"
                        + " WHERE client_account_id = :client AND " + condition + " ORDER BY entry_id LIMIT 1")
                .bind("client", client.value())
                .bind("id", id)
                .map((row, context) -> ref(row))
                .findOne();
    }

    /** @param generations from this entry's booking of a settlement entry to the other's: one before or one after */
    private List<EntryRef> corrections(ClientAccountId client, long entryId, int generations) {
        return handle.createQuery("""
                        SELECT e.entry_id, e.fiscal_year, e.number
                          FROM (SELECT DISTINCT other.entry_id
                                  FROM (SELECT DISTINCT settlement_entry_id, generation
                                          FROM settlement_link
                                         WHERE client_account_id = :client AND entry_id = :entry
                                           AND generation + :generations >= 0) k
                                  JOIN settlement_link other
                                    ON other.client_account_id = :client
                                   AND other.settlement_entry_id = k.settlement_entry_id
                                   AND other.generation = k.generation + :generations) found
                          JOIN journal_entry e ON e.client_account_id = :client AND e.entry_id = found.entry_id
                         ORDER BY e.chain_position
                        """)
                .bind("client", client.value())
                .bind("entry", entryId)
                .bind("generations", generations)
                .map((row, context) -> ref(row))
                .list();
    }

    /** @param side,direction as above, never from outside */
    private Optional<EntryRef> beside(ClientAccountId client, EntryRef ref, String side, String direction) {
        return handle.createQuery("SELECT entry_id, fiscal_year, number FROM journal_entry"
                        + " WHERE client_account_id = :client AND (fiscal_year, number) " + side + " (:year, :number)"
                        + " ORDER BY fiscal_year " + direction + ", number " + direction + " LIMIT 1")
                .bind("client", client.value())
                .bind("year", ref.fiscalYear())
                .bind("number", ref.number())
                .map((row, context) -> ref(row))
                .findOne();
    }

    private static EntryRef ref(ResultSet row) throws SQLException {
        return new EntryRef(row.getLong("entry_id"), row.getInt("fiscal_year"), row.getLong("number"));
    }

    private List<Line> lines(ClientAccountId client, long entryId) {
        Map<Long, List<About>> abouts = dimensions(client, entryId);
        return handle.createQuery("SELECT " + ACCOUNT + """
                             , l.line_no, l.description, l.amount, l.currency, l.currency_amount, l.exchange_rate, l.tax_code, l.tax_base, l.tax_amount, l.ledger_date,
                               coalesce(l.dimension_set_id, 0) AS dimension_set_id, coalesce(k.entries, 0) AS entries,
                               coalesce(f.sales, 0) AS sales
                          FROM journal_line l
                          JOIN account a ON a.client_account_id = :client AND a.account_id = l.account_id
                          LEFT JOIN (SELECT line_no, count(DISTINCT settlement_entry_id) AS entries
                                       FROM settlement_link
                                      WHERE client_account_id = :client AND entry_id = :entry
                                      GROUP BY line_no) k USING (line_no)
                          LEFT JOIN (SELECT line_no, count(DISTINCT sale_id) AS sales
                                       FROM sale_link
                                      WHERE client_account_id = :client AND entry_id = :entry
                                      GROUP BY line_no) f USING (line_no)
                         WHERE l.client_account_id = :client AND l.entry_id = :entry
                         ORDER BY l.line_no
                        """)
                .bind("client", client.value())
                .bind("entry", entryId)
                .map((row, context) -> line(row, abouts))
                .list();
    }

    private static Line line(ResultSet row, Map<Long, List<About>> abouts) throws SQLException {
        return new Line(
                row.getInt("line_no"),
                account(row),
                row.getString("description"),
                row.getLong("amount"),
                Rows.optionalText(row, "tax_code"),
                Rows.optionalLong(row, "tax_base"),
                Rows.optionalLong(row, "tax_amount"),
                abouts.getOrDefault(row.getLong("dimension_set_id"), List.of()),
                Rows.optionalDate(row, "ledger_date"),
                row.getLong("entries"),
                row.getLong("sales"),
                foreign(row));
    }

    private static Optional<Foreign> foreign(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return currency.equals(Money.NOK)
                ? Optional.empty()
                : Optional.of(new Foreign(
                        new Money(row.getLong("currency_amount"), currency), row.getBigDecimal("exchange_rate")));
    }

    /** By dimension set, the relation first. */
    private Map<Long, List<About>> dimensions(ClientAccountId client, long entryId) {
        Map<Long, List<About>> bySet = new HashMap<>();
        handle.createQuery("""
                        SELECT m.dimension_set_id, m.is_relation, v.type, v.key, v.name
                          FROM dimension_set_member m
                          JOIN dimension_value v
                            ON v.client_account_id = :client AND v.dimension_value_id = m.dimension_value_id
                         WHERE m.client_account_id = :client
                           AND m.dimension_set_id IN (SELECT dimension_set_id
                                                        FROM journal_line
                                                       WHERE client_account_id = :client AND entry_id = :entry)
                         ORDER BY m.dimension_set_id, m.is_relation DESC, m.type
                        """)
                .bind("client", client.value())
                .bind("entry", entryId)
                .map((row, context) -> Map.entry(row.getLong("dimension_set_id"), about(row)))
                .forEach(about -> bySet.computeIfAbsent(about.getKey(), key -> new ArrayList<>())
                        .add(about.getValue()));
        return bySet;
    }

    private static About about(ResultSet row) throws SQLException {
        DimensionType type = DimensionType.of(row.getString("type")).orElseThrow();
        return new About(
                new DimensionRef(type, row.getString("key")), row.getString("name"), row.getBoolean("is_relation"));
    }

    @Override
    public List<Booking> carrying(ClientAccountId client, Collection<Long> settlementEntries) {
        return carrying("settlement_link", "settlement_entry_id", client, settlementEntries);
    }

    @Override
    public List<Booking> carryingSales(ClientAccountId client, Collection<Long> sales) {
        return carrying("sale_link", "sale_id", client, sales);
    }

    /** @param table,source as above, never from outside */
    private List<Booking> carrying(String table, String source, ClientAccountId client, Collection<Long> sources) {
        if (sources.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("SELECT " + ACCOUNT + ", k." + source + """
                                 AS source_id, k.generation, k.link_no, k.amount, e.entry_id, e.fiscal_year,
                               e.number, e.posting_date, l.line_no, l.description
                          FROM """ + " " + table + """
                             k
                          JOIN journal_entry e ON e.client_account_id = :client AND e.entry_id = k.entry_id
                          JOIN journal_line l
                            ON l.client_account_id = :client AND l.entry_id = k.entry_id AND l.line_no = k.line_no
                          JOIN account a ON a.client_account_id = :client AND a.account_id = l.account_id
                         WHERE k.client_account_id = :client AND k.""" + source + """
                               = ANY (:sources::bigint[])
                         ORDER BY source_id, k.generation, k.link_no
                        """)
                .bind("client", client.value())
                .bindArray("sources", Long.class, List.copyOf(sources))
                .map((row, context) -> booking(row))
                .list();
    }

    private static Booking booking(ResultSet row) throws SQLException {
        return new Booking(
                row.getLong("source_id"),
                row.getInt("generation"),
                row.getInt("link_no") == 0,
                ref(row),
                Rows.date(row, "posting_date"),
                row.getInt("line_no"),
                account(row),
                row.getString("description"),
                row.getLong("amount"));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("account_id"),
                new AccountCode(row.getString("code")),
                row.getString("name_nb"),
                row.getString("name_en"),
                Rows.optionalText(row, "relation_type").flatMap(DimensionType::of),
                Rows.optionalText(row, "default_tax_code"),
                new SaftGrouping(row.getString("grouping_category"), row.getString("grouping_code")),
                row.getBoolean("active"),
                row.getBoolean("postable"));
    }
}
