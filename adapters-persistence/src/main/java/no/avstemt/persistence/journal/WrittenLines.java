package no.avstemt.persistence.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.journal.DraftLine;
import no.avstemt.persistence.database.BulkInsert;
import org.jdbi.v3.core.Handle;

/** Lines that are not posted, of drafts or of templates. */
final class WrittenLines {

    private final Handle handle;
    private final ClientAccountId client;
    private final String table;
    private final String owner;

    /**
     * @param table where they are
     * @param owner its column of the id of what they belong to
     */
    private WrittenLines(Handle handle, ClientAccountId client, String table, String owner) {
        this.handle = handle;
        this.client = client;
        this.table = table;
        this.owner = owner;
    }

    static WrittenLines ofDrafts(Handle handle, ClientAccountId client) {
        return new WrittenLines(handle, client, "draft_line", "draft_id");
    }

    static WrittenLines ofTemplates(Handle handle, ClientAccountId client) {
        return new WrittenLines(handle, client, "entry_template_line", "template_id");
    }

    private record Row(int lineNo, Optional<Long> account, Optional<Long> set, DraftLine line) {}

    void add(long ownerId, List<DraftLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Map<DimensionSet, Long> sets = new DimensionSets(handle, client)
                .ids(lines.stream().map(DraftLine::dimensions).distinct().toList());
        Map<AccountCode, Long> accounts = accounts(lines);
        List<Row> rows = new ArrayList<>();
        for (DraftLine line : lines) {
            rows.add(new Row(
                    rows.size() + 1,
                    line.account().map(accounts::get),
                    Optional.ofNullable(sets.get(line.dimensions())),
                    line));
        }
        new BulkInsert<>(handle, table, rows)
                .longs("client_account_id", row -> client.value())
                .longs(owner, row -> ownerId)
                .ints("line_no", Row::lineNo)
                .optionalLongs("account_id", Row::account)
                .longs("amount", row -> row.line().amount())
                .texts("currency", row -> row.line().currency().getCurrencyCode())
                .longs("currency_amount", row -> row.line().currencyAmount())
                .parsed(
                        "exchange_rate",
                        "numeric(38, 18)",
                        row -> row.line().exchangeRate().toPlainString())
                .optionalTexts("tax_code", row -> row.line().taxCode())
                .optionalLongs("tax_base", row -> row.line().taxBase())
                .optionalLongs("tax_amount", row -> row.line().taxAmount())
                .optionalLongs("dimension_set_id", Row::set)
                .texts("description", row -> row.line().description())
                .execute();
    }

    void remove(long ownerId) {
        handle.createUpdate("DELETE FROM " + table + " WHERE client_account_id = :client AND " + owner + " = :owner")
                .bind("client", client.value())
                .bind("owner", ownerId)
                .execute();
    }

    private Map<AccountCode, Long> accounts(List<DraftLine> lines) {
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
}
