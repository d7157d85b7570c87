package no.avstemt.persistence.chart;

import static no.avstemt.persistence.database.Rows.utc;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.chart.ChartTemplate;
import no.avstemt.application.chart.ChartTemplateStore;
import no.avstemt.application.client.StandardChart;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.persistence.database.Bulk;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Works inside the transaction of its handle. */
public final class JdbiChartTemplates implements ChartTemplateStore {

    private final Handle handle;

    public JdbiChartTemplates(Handle handle) {
        this.handle = handle;
    }

    @Override
    public List<ChartTemplate.Listed> all() {
        return handle.createQuery("""
                        SELECT t.*,
                               (SELECT count(*) FROM chart_template_account a
                                 WHERE a.chart_template_id = t.chart_template_id) AS accounts,
                               (SELECT count(*) FROM client_account c
                                 WHERE c.chart_template_id = t.chart_template_id) AS followers
                          FROM chart_template t
                         ORDER BY t.name
                        """)
                .map((row, context) -> new ChartTemplate.Listed(
                        row.getLong("chart_template_id"),
                        row.getString("name"),
                        Rows.optionalInstant(row, "changed_at"),
                        row.getLong("accounts"),
                        row.getLong("followers")))
                .list();
    }

    @Override
    public Optional<ChartTemplate> find(long templateId) {
        return handle.createQuery("SELECT name FROM chart_template WHERE chart_template_id = :template")
                .bind("template", templateId)
                .mapTo(String.class)
                .findOne()
                .map(name -> new ChartTemplate(templateId, name, accounts(templateId), roles(templateId)));
    }

    private List<StandardChart.Row> accounts(long templateId) {
        return handle.createQuery("""
                        SELECT *
                          FROM chart_template_account
                         WHERE chart_template_id = :template
                         ORDER BY code COLLATE "C"
                        """)
                .bind("template", templateId)
                .map((row, context) -> new StandardChart.Row(
                        new AccountCode(row.getString("code")),
                        row.getString("name_nb"),
                        row.getString("name_en"),
                        Rows.optionalText(row, "relation_type").flatMap(DimensionType::of),
                        Rows.optionalText(row, "default_tax_code"),
                        row.getString("grouping_category"),
                        row.getString("grouping_code"),
                        row.getBoolean("postable")))
                .list();
    }

    private Map<AccountRole, AccountCode> roles(long templateId) {
        Map<AccountRole, AccountCode> roles = new EnumMap<>(AccountRole.class);
        handle.createQuery("SELECT role, code FROM chart_template_role WHERE chart_template_id = :template")
                .bind("template", templateId)
                .map((row, context) ->
                        Map.entry(AccountRole.valueOf(row.getString("role")), new AccountCode(row.getString("code"))))
                .forEach(role -> roles.put(role.getKey(), role.getValue()));
        return roles;
    }

    @Override
    public long followed(ClientAccountId client) {
        return handle.createQuery("""
                        SELECT coalesce(chart_template_id, :builtIn)
                          FROM client_account
                         WHERE client_account_id = :client
                        """)
                .bind("client", client.value())
                .bind("builtIn", ChartTemplate.BUILT_IN)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public void follow(ClientAccountId client, long templateId) {
        handle.createUpdate("""
                        UPDATE client_account
                           SET chart_template_id = nullif(:template, :builtIn)
                         WHERE client_account_id = :client
                        """)
                .bind("client", client.value())
                .bind("template", templateId)
                .bind("builtIn", ChartTemplate.BUILT_IN)
                .execute();
    }

    @Override
    public boolean hasName(String name) {
        return handle.createQuery("SELECT EXISTS (SELECT FROM chart_template WHERE lower(name) = lower(:name))")
                .bind("name", name)
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public long add(String name, Instant at) {
        return handle.createQuery("""
                        INSERT INTO chart_template (name, changed_at)
                        VALUES (:name, :at)
                        RETURNING chart_template_id
                        """)
                .bind("name", name)
                .bind("at", utc(at))
                .mapTo(Long.class)
                .one();
    }

    @Override
    public void put(
            long templateId, List<StandardChart.Row> accounts, Map<AccountRole, AccountCode> roles, Instant at) {
        Update insert = handle.createUpdate("""
                        INSERT INTO chart_template_account (chart_template_id, code, name_nb, name_en, relation_type,
                               default_tax_code, grouping_category, grouping_code, postable)
                        SELECT :template, r.*
                          FROM unnest(:code::text[], :nb::text[], :en::text[], :relation::text[], :tax::text[],
                                      :category::text[], :grouping::text[], :postable::boolean[]) r
                            ON CONFLICT (chart_template_id, code) DO UPDATE
                           SET name_nb = excluded.name_nb, name_en = excluded.name_en,
                               relation_type = excluded.relation_type, default_tax_code = excluded.default_tax_code,
                               grouping_category = excluded.grouping_category,
                               grouping_code = excluded.grouping_code, postable = excluded.postable
                        """).bind("template", templateId);
        Bulk.of(insert, accounts)
                .texts("code", row -> row.code().digits())
                .texts("nb", StandardChart.Row::nameNb)
                .texts("en", StandardChart.Row::nameEn)
                .optionalTexts("relation", row -> row.relationType().map(DimensionType::apiName))
                .optionalTexts("tax", StandardChart.Row::defaultTaxCode)
                .texts("category", StandardChart.Row::groupingCategory)
                .texts("grouping", StandardChart.Row::groupingCode)
                .booleans("postable", StandardChart.Row::postable);
        insert.execute();
        roles.forEach((role, code) -> putRole(templateId, role, code));
        handle.createUpdate("UPDATE chart_template SET changed_at = :at WHERE chart_template_id = :template")
                .bind("template", templateId)
                .bind("at", utc(at))
                .execute();
    }

    private void putRole(long templateId, AccountRole role, AccountCode code) {
        handle.createUpdate("""
                        INSERT INTO chart_template_role (chart_template_id, role, code)
                        VALUES (:template, :role, :code)
                            ON CONFLICT (chart_template_id, role) DO UPDATE SET code = excluded.code
                        """)
                .bind("template", templateId)
                .bind("role", role.name())
                .bind("code", code.digits())
                .execute();
    }
}
