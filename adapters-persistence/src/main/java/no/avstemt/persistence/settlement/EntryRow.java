package no.avstemt.persistence.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Locale;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.database.Rows;

/** A settlement entry as a row. */
final class EntryRow {

    /** Of the table, or whatever has its columns, as {@code e}. */
    static final String COLUMNS = """
            e.settlement_entry_id, e.ledger_id, e.topic, e.vipps_type, e.ledger_date, e.time, e.currency, e.amount,
            e.balance_before, e.balance_after, e.psp_reference, e.reference, e.recipient_handle
            """;

    private EntryRow() {}

    static StoredEntry stored(ResultSet row) throws SQLException {
        SettlementEntry entry = new SettlementEntry(
                new LedgerId(row.getString("ledger_id")),
                Topic.valueOf(row.getString("topic").toUpperCase(Locale.ROOT)),
                row.getString("vipps_type"),
                Rows.date(row, "ledger_date"),
                Rows.instant(row, "time"),
                new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
                row.getLong("balance_before"),
                row.getLong("balance_after"),
                Rows.optionalText(row, "psp_reference"),
                Rows.optionalText(row, "reference"),
                Rows.optionalText(row, "recipient_handle"));
        return new StoredEntry(row.getLong("settlement_entry_id"), entry);
    }
}
