package no.avstemt.persistence.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.database.Bulk;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The sales units of one ledger. */
record SalesUnits(Handle handle, ClientAccountId client, LedgerId ledger) {

    /** What a unit that is there already is mapped to stays. */
    void add(List<SalesUnit> units) {
        Update insert = of(handle.createUpdate("""
                        INSERT INTO sales_unit (client_account_id, ledger_id, handle, name, booked_from,
                               default_tax_code, zero_rate_code)
                        SELECT :client, :ledger, u.*
                          FROM unnest(:handle::text[], :name::text[], :booked::text[], :code::text[], :zero::text[]) u
                            ON CONFLICT (client_account_id, ledger_id, handle) DO UPDATE
                           SET name = excluded.name, booked_from = excluded.booked_from,
                               default_tax_code = excluded.default_tax_code, zero_rate_code = excluded.zero_rate_code
                        """));
        Bulk.of(insert, units)
                .texts("handle", SalesUnit::handle)
                .texts("name", SalesUnit::name)
                .texts("booked", unit -> unit.salesBookedFrom().name())
                .texts("code", unit -> unit.defaultTaxCode().code())
                .texts("zero", unit -> unit.zeroRateCode().code());
        insert.execute();
    }

    List<SalesUnit> all() {
        return of(handle.createQuery("""
                                SELECT u.handle, u.name, u.booked_from, u.default_tax_code, u.zero_rate_code,
                                       d.key AS department, p.key AS project
                                  FROM sales_unit u
                                  LEFT JOIN dimension_value d
                                    ON d.client_account_id = :client AND d.dimension_value_id = u.department_id
                                  LEFT JOIN dimension_value p
                                    ON p.client_account_id = :client AND p.dimension_value_id = u.project_id
                                 WHERE u.client_account_id = :client AND u.ledger_id = :ledger
                                 ORDER BY u.handle COLLATE "C"
                                """)).map((row, context) -> unit(row)).list();
    }

    private static SalesUnit unit(ResultSet row) throws SQLException {
        return new SalesUnit(
                row.getString("handle"),
                row.getString("name"),
                SalesUnit.BookedFrom.valueOf(row.getString("booked_from")),
                TaxCode.of(row.getString("default_tax_code")).orElseThrow(),
                TaxCode.of(row.getString("zero_rate_code")).orElseThrow(),
                DimensionSet.of(about(row)));
    }

    private static List<DimensionRef> about(ResultSet row) throws SQLException {
        List<DimensionRef> about = new ArrayList<>();
        for (DimensionType type : SalesUnit.MAPPED_TO) {
            Rows.optionalText(row, type.apiName()).ifPresent(key -> about.add(new DimensionRef(type, key)));
        }
        return about;
    }

    void map(SalesUnit mapped) {
        of(handle.createUpdate("""
                                UPDATE sales_unit
                                   SET department_id = (SELECT dimension_value_id
                                                          FROM dimension_value
                                                         WHERE client_account_id = :client AND type = 'department'
                                                           AND key = :department),
                                       project_id = (SELECT dimension_value_id
                                                       FROM dimension_value
                                                      WHERE client_account_id = :client AND type = 'project'
                                                        AND key = :project)
                                 WHERE client_account_id = :client AND ledger_id = :ledger AND handle = :handle
                                """))
                .bind("department", key(mapped, DimensionType.DEPARTMENT))
                .bind("project", key(mapped, DimensionType.PROJECT))
                .bind("handle", mapped.handle())
                .execute();
    }

    private static @Nullable String key(SalesUnit unit, DimensionType type) {
        return unit.about().of(type).map(DimensionRef::key).orElse(null);
    }

    private <S extends SqlStatement<S>> S of(S statement) {
        return statement.bind("client", client.value()).bind("ledger", ledger.value());
    }
}
