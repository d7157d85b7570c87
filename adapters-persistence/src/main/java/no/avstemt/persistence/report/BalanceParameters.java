package no.avstemt.persistence.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.report.Books.AccountBalance;
import no.avstemt.application.report.Books.BalanceQuery;
import no.avstemt.application.report.Books.DimensionValue;
import no.avstemt.application.report.Books.MonthMovement;
import no.avstemt.application.report.DimensionFilter;
import no.avstemt.domain.dimension.DimensionType;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** What the statements that sum balances are bound to. */
final class BalanceParameters {

    private BalanceParameters() {}

    static Query bind(Query statement, BalanceQuery query) {
        return Span.of(query.period())
                .bind(statement)
                .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                .bind("client", query.client().value())
                .bind("fiscal_year", query.resultFrom())
                .bind("drafts", query.draftsToo())
                .bind("codes", query.accountCodes().toArray(String[]::new));
    }

    static Query bindDimensions(Query statement, BalanceQuery query) {
        return bindFilter(statement, query.dimensions())
                .bind("by_relation", query.split().byRelation())
                .bind(
                        "by_type",
                        query.split().byType().map(DimensionType::apiName).orElse(""));
    }

    static Query bindFilter(Query statement, DimensionFilter filter) {
        List<String> types = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        filter.values()
                .forEach((type, values) -> values.forEach(id -> {
                    types.add(type.apiName());
                    ids.add(id);
                }));
        return statement
                .bind("filter_types", types.toArray(String[]::new))
                .bind("filter_ids", ids.toArray(Long[]::new))
                .bind("filter_count", filter.values().size());
    }

    /** A row of: account, value, its type and name, incoming, debit, credit. */
    static AccountBalance balanceOfValue(ResultSet row, StatementContext context) throws SQLException {
        return new AccountBalance(row.getLong(1), value(row), row.getLong(5), row.getLong(6), row.getLong(7));
    }

    /** A row of: account, value, its type and name, month, debit, credit. */
    static MonthMovement movementOfValue(ResultSet row, StatementContext context) throws SQLException {
        return new MonthMovement(
                row.getLong(1), value(row), row.getObject(5, LocalDate.class), row.getLong(6), row.getLong(7));
    }

    private static Optional<DimensionValue> value(ResultSet row) throws SQLException {
        String type = row.getString(3);
        return type == null
                ? Optional.empty()
                : Optional.of(
                        new DimensionValue(DimensionType.of(type).orElseThrow(), row.getLong(2), row.getString(4)));
    }
}
