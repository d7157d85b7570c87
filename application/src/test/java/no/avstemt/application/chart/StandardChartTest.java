package no.avstemt.application.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.avstemt.application.client.StandardChart;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import org.junit.jupiter.api.Test;

class StandardChartTest {

    @Test
    void every_account_is_mapped_named_and_has_a_tax_code_that_suits_it() {
        for (StandardChart.Row row : StandardChart.rows()) {
            AccountFields fields = Deviation.fields(row);
            AccountRules.check(row.code(), fields);
            assertEquals(row.defaultTaxCode(), fields.defaultTaxCode().map(taxCode -> taxCode.code()), row.toString());
            assertTrue(row.postable() || row.code().equals(AccountCode.UNDISPOSED_RESULT), row.toString());
        }
    }

    @Test
    void every_role_has_an_account_in_it_that_fits() {
        Map<AccountCode, StandardChart.Row> rows =
                StandardChart.rows().stream().collect(Collectors.toMap(StandardChart.Row::code, Function.identity()));
        for (AccountRole role : AccountRole.values()) {
            StandardChart.Row row = Objects.requireNonNull(rows.get(role.defaultAccount()), role.name());
            assertEquals(Optional.empty(), role.misfit(account(row)), role.name());
        }
    }

    private static Account account(StandardChart.Row row) {
        return new Account(
                1,
                row.code(),
                row.nameNb(),
                row.nameEn(),
                row.relationType(),
                row.defaultTaxCode(),
                row.saftGrouping(),
                true,
                row.postable());
    }
}
