package no.avstemt.domain.chart;

import java.util.Optional;
import no.avstemt.domain.dimension.DimensionType;

/**
 * One account of a client's chart.
 *
 * @param id the account's id in the API ({@code account_id})
 * @param relationType what each line of the account is about, for example the ledger or bank account it belongs to
 * @param defaultTaxCode what a line of the account is proposed to have
 * @param saftGrouping where it stands in SAF-T
 * @param postable false for rows that are only computed, such as 2099
 */
public record Account(
        long id,
        AccountCode code,
        String nameNb,
        String nameEn,
        Optional<DimensionType> relationType,
        Optional<String> defaultTaxCode,
        SaftGrouping saftGrouping,
        boolean active,
        boolean postable) {

    public String name(String language) {
        return language.equals("en") ? nameEn : nameNb;
    }
}
