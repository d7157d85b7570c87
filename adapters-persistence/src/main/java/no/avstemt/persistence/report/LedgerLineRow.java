package no.avstemt.persistence.report;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.report.Books.DimensionValue;
import no.avstemt.application.report.LedgerLine;
import no.avstemt.application.report.LedgerLine.Document;
import no.avstemt.application.report.LedgerLine.Entry;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The lines of one page as the database gives them. What many of them have the same of is taken apart once. */
final class LedgerLineRow implements RowMapper<LedgerLine> {

    private static final int TYPE_ID_NAME = 3;

    private final Map<Long, List<DimensionValue>> dimensions = new HashMap<>();

    @Override
    public LedgerLine map(ResultSet row, StatementContext context) throws SQLException {
        return new LedgerLine(
                Rows.optionalLong(row, "line_id"),
                row.getInt("line_no"),
                entry(row),
                row.getLong("account_id"),
                Rows.date(row, "posting_date"),
                row.getString("description"),
                row.getLong("amount"),
                row.getString("currency"),
                row.getLong("currency_amount"),
                row.getBigDecimal("exchange_rate"),
                Rows.optionalText(row, "tax_code"),
                Rows.optionalLong(row, "tax_base"),
                Rows.optionalLong(row, "tax_amount"),
                row.getLong("reconciled"),
                value(row, row.getString("relation_type"), "relation_id", "relation_name"),
                dimensionsOf(row));
    }

    private List<DimensionValue> dimensionsOf(ResultSet row) throws SQLException {
        long set = row.getLong("dimension_set_id");
        List<DimensionValue> known = dimensions.get(set);
        if (known != null) {
            return known;
        }
        List<DimensionValue> values = dimensions(row.getArray("dimensions"));
        dimensions.put(set, values);
        return values;
    }

    private static List<DimensionValue> dimensions(@Nullable Array array) throws SQLException {
        return array == null
                ? List.of()
                : Arrays.stream((String[]) array.getArray())
                        .map(LedgerLineRow::dimension)
                        .toList();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("entry_id"),
                Rows.optionalLong(row, "number"),
                row.getString("entry_description"),
                row.getBoolean("cancelled"),
                Rows.optionalLong(row, "voucher_id"),
                document(row),
                Rows.optionalLong(row, "created_by_user"),
                row.getString("created_by"));
    }

    private static Optional<Document> document(ResultSet row) throws SQLException {
        Optional<String> number = Rows.optionalText(row, "document_number");
        if (number.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Document(
                Rows.optionalLong(row, "document_id"),
                number.get(),
                Rows.date(row, "document_date"),
                Rows.optionalDate(row, "due_date"),
                Rows.optionalText(row, "payment_ref"),
                row.getString("document_type"),
                value(row, DimensionType.BUSINESSPARTNER.apiName(), "business_partner_id", "partner_name")));
    }

    private static Optional<DimensionValue> value(ResultSet row, String type, String idColumn, String nameColumn)
            throws SQLException {
        Optional<Long> id = Rows.optionalLong(row, idColumn);
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new DimensionValue(type(type), id.get(), row.getString(nameColumn)));
    }

    /** {@code type:id:name}; only the name can have a colon in it. */
    private static DimensionValue dimension(String text) {
        String[] parts = text.split(":", TYPE_ID_NAME);
        return new DimensionValue(type(parts[0]), Long.parseLong(parts[1]), parts[2]);
    }

    private static DimensionType type(String name) {
        return DimensionType.of(name).orElseThrow();
    }
}
