package no.avstemt.persistence.finding;

import static no.avstemt.persistence.database.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.avstemt.application.finding.FindingStore;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/** Works inside the transaction of its handle. */
public final class JdbiFindings implements FindingStore {

    private static final List<String> FIRST = Arrays.stream(FindingCode.values())
            .filter(FindingCode::comesFirst)
            .map(FindingCode::number)
            .toList();

    private final Handle handle;

    public JdbiFindings(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void open(ClientAccountId client, Collection<Finding> findings, Instant at) {
        for (Finding finding : findings) {
            closeIfChanged(client, finding, at);
            handle.createUpdate("""
                            INSERT INTO finding (client_account_id, code, ledger_id, ledger_date, subject, currency,
                                   amount, facts, found_at)
                            VALUES (:client, :code, :ledger, :date, :subject, :currency, :amount, :facts, :at)
                                ON CONFLICT (client_account_id, code, ledger_id, subject) WHERE closed_at IS NULL
                                DO NOTHING
                            """)
                    .bind("client", client.value())
                    .bind("code", finding.code().number())
                    .bind("ledger", finding.ledger().value())
                    .bind("date", finding.ledgerDate())
                    .bind("subject", finding.subject())
                    .bind("currency", finding.amount().currency().getCurrencyCode())
                    .bind("amount", finding.amount().minor())
                    .bindArray("facts", String.class, told(finding.facts()))
                    .bind("at", utc(at))
                    .execute();
        }
    }

    private void closeIfChanged(ClientAccountId client, Finding finding, Instant at) {
        handle.createUpdate("""
                        UPDATE finding
                           SET closed_at = :at
                         WHERE client_account_id = :client AND code = :code AND ledger_id = :ledger
                           AND subject = :subject AND closed_at IS NULL AND amount <> :amount
                        """)
                .bind("at", utc(at))
                .bind("client", client.value())
                .bind("code", finding.code().number())
                .bind("ledger", finding.ledger().value())
                .bind("subject", finding.subject())
                .bind("amount", finding.amount().minor())
                .execute();
    }

    @Override
    public void closeAllBut(
            ClientAccountId client,
            LedgerId ledger,
            FindingCode code,
            Period period,
            Set<String> subjectsStillFound,
            Instant at) {
        handle.createUpdate("""
                        UPDATE finding
                           SET closed_at = :at
                         WHERE client_account_id = :client AND ledger_id = :ledger AND code = :code
                           AND ledger_date BETWEEN :first AND :last AND closed_at IS NULL
                           AND subject <> ALL (:subjects::text[])
                        """)
                .bind("at", utc(at))
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bind("code", code.number())
                .bind("first", period.first())
                .bind("last", period.last())
                .bindArray("subjects", String.class, List.copyOf(subjectsStillFound))
                .execute();
    }

    @Override
    public Optional<LocalDate> earliestOpen(ClientAccountId client, LedgerId ledger, Set<FindingCode> codes) {
        return handle.createQuery("""
                        SELECT min(ledger_date)
                          FROM finding
                         WHERE client_account_id = :client AND ledger_id = :ledger AND closed_at IS NULL
                           AND code = ANY (:codes::text[])
                        """)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bindArray(
                        "codes",
                        String.class,
                        codes.stream().map(FindingCode::number).toList())
                .mapTo(LocalDate.class)
                .findOne();
    }

    @Override
    public List<StoredFinding> of(ClientAccountId client, boolean closedToo) {
        return handle.createQuery("""
                        SELECT *
                          FROM finding
                         WHERE client_account_id = :client AND (:closedToo OR closed_at IS NULL)
                         ORDER BY closed_at IS NOT NULL, ledger_date, finding_id
                        """)
                .bind("client", client.value())
                .bind("closedToo", closedToo)
                .map((row, context) -> stored(row))
                .list();
    }

    @Override
    public List<StoredFinding> about(ClientAccountId client, String subject) {
        return handle.createQuery("""
                        SELECT *
                          FROM finding
                         WHERE client_account_id = :client AND subject = :subject
                         ORDER BY closed_at IS NOT NULL, finding_id
                        """)
                .bind("client", client.value())
                .bind("subject", subject)
                .map((row, context) -> stored(row))
                .list();
    }

    @Override
    public List<StoredFinding> openOfAll(int limit) {
        return handle.createQuery("""
                        SELECT *
                          FROM finding
                         WHERE closed_at IS NULL
                         ORDER BY code = ANY (:first::text[]) DESC, abs(amount) DESC, client_account_id, finding_id
                         LIMIT :limit
                        """)
                .bindArray("first", String.class, FIRST)
                .bind("limit", limit)
                .map((row, context) -> stored(row))
                .list();
    }

    @Override
    public List<PlacedFinding> page(ClientAccountId client, boolean closedToo, long offset, int limit) {
        return handle.createQuery("""
                        SELECT f.*, e.settlement_entry_id, b.entry_id, b.line_no, b.fiscal_year, b.number
                          FROM (SELECT *
                                  FROM finding
                                 WHERE client_account_id = :client AND (:closedToo OR closed_at IS NULL)
                                 ORDER BY closed_at IS NOT NULL, ledger_date, finding_id
                                OFFSET :offset LIMIT :limit) f
                          LEFT JOIN LATERAL (
                                SELECT settlement_entry_id
                                  FROM settlement_entry
                                 WHERE client_account_id = :client AND ledger_date = f.ledger_date
                                   AND natural_key
                                       = CASE WHEN f.subject ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                                              THEN f.subject::uuid END
                                OFFSET 0) e ON true
                          LEFT JOIN LATERAL (
                                SELECT k.entry_id, k.line_no, j.fiscal_year, j.number
                                  FROM settlement_link k
                                  JOIN journal_entry j USING (client_account_id, entry_id)
                                 WHERE k.client_account_id = :client
                                   AND k.settlement_entry_id = e.settlement_entry_id
                                 ORDER BY k.generation DESC, k.link_no
                                 LIMIT 1) b ON true
                         ORDER BY f.closed_at IS NOT NULL, f.ledger_date, f.finding_id
                        """)
                .bind("client", client.value())
                .bind("closedToo", closedToo)
                .bind("offset", offset)
                .bind("limit", limit)
                .map((row, context) ->
                        new PlacedFinding(stored(row), Rows.optionalLong(row, "settlement_entry_id"), place(row)))
                .list();
    }

    @Override
    public long count(ClientAccountId client, boolean closedToo) {
        return handle.createQuery("""
                        SELECT count(*)
                          FROM finding
                         WHERE client_account_id = :client AND (:closedToo OR closed_at IS NULL)
                        """)
                .bind("client", client.value())
                .bind("closedToo", closedToo)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public Optional<Long> before(ClientAccountId client, boolean closedToo, long findingId) {
        return handle.createQuery("""
                        SELECT (SELECT count(*)
                                  FROM finding f
                                 WHERE f.client_account_id = :client AND (:closedToo OR f.closed_at IS NULL)
                                   AND (f.closed_at IS NOT NULL, f.ledger_date, f.finding_id)
                                       < (t.closed_at IS NOT NULL, t.ledger_date, t.finding_id))
                          FROM finding t
                         WHERE t.client_account_id = :client AND t.finding_id = :finding
                           AND (:closedToo OR t.closed_at IS NULL)
                        """)
                .bind("client", client.value())
                .bind("closedToo", closedToo)
                .bind("finding", findingId)
                .mapTo(Long.class)
                .findOne();
    }

    private static Optional<Place> place(ResultSet row) throws SQLException {
        Optional<Long> entry = Rows.optionalLong(row, "entry_id");
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(new Place(
                        entry.get(), row.getInt("line_no"), row.getInt("fiscal_year"), row.getLong("number")));
    }

    private static StoredFinding stored(ResultSet row) throws SQLException {
        Finding finding = new Finding(
                FindingCode.of(row.getString("code")).orElseThrow(),
                new LedgerId(row.getString("ledger_id")),
                Rows.date(row, "ledger_date"),
                row.getString("subject"),
                new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
                read((String[]) row.getArray("facts").getArray()));
        return new StoredFinding(
                row.getLong("finding_id"),
                new ClientAccountId(row.getLong("client_account_id")),
                finding,
                Rows.instant(row, "found_at"),
                Rows.optionalInstant(row, "closed_at"));
    }

    /** Name, value, name, value, by name. */
    private static List<String> told(Map<String, String> facts) {
        List<String> told = new ArrayList<>();
        new TreeMap<>(facts).forEach((name, value) -> {
            told.add(name);
            told.add(value);
        });
        return told;
    }

    private static Map<String, String> read(String[] told) {
        Map<String, String> facts = new HashMap<>();
        for (int index = 0; index + 1 < told.length; index += 2) {
            facts.put(told[index], told[index + 1]);
        }
        return facts;
    }
}
