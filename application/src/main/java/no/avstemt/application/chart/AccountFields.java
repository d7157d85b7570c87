package no.avstemt.application.chart;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.SaftGrouping;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.dimension.DimensionType;

/** What of an account can be changed: everything but its number. */
public record AccountFields(
        String nameNb,
        String nameEn,
        Optional<DimensionType> relationType,
        Optional<TaxCode> defaultTaxCode,
        SaftGrouping saftGrouping,
        boolean active) {

    public static AccountFields of(Account account) {
        return new AccountFields(
                account.nameNb(),
                account.nameEn(),
                account.relationType(),
                account.defaultTaxCode().flatMap(TaxCode::of),
                account.saftGrouping(),
                account.active());
    }

    /** As the processing history keeps them. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name_nb", nameNb);
        facts.put("name_en", nameEn);
        facts.put("relation_type", relationType.map(DimensionType::apiName).orElse(""));
        facts.put("default_tax_code", defaultTaxCode.map(TaxCode::code).orElse(""));
        facts.put("saft_grouping", saftGrouping.toString());
        facts.put("active", Boolean.toString(active));
        return facts;
    }

    AccountFields withActive(boolean other) {
        return new AccountFields(nameNb, nameEn, relationType, defaultTaxCode, saftGrouping, other);
    }
}
