package no.avstemt.web.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.chart.AccountFields;
import no.avstemt.application.chart.UsedAccount;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.Grouping;
import no.avstemt.domain.chart.SaftGrouping;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.chart.TaxCodes;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;
import no.avstemt.web.text.Message;

/** What accounts and roles look like in JSON, in and out. */
final class AccountShapes {

    static final Kind<AccountCode> CODE = Kind.text(8)
            .as(
                    text -> AccountCode.isCode(text) ? Optional.of(new AccountCode(text)) : Optional.empty(),
                    AccountCode::digits,
                    Message.of("chart.code"));
    static final Kind<TaxCode> TAX_CODE = Kind.choice(taxCodes());
    static final Kind<AccountRole> ROLE = Kind.choice(roles());

    static final Field<AccountCode> ACCOUNT_CODE = Field.required("account_code", CODE);
    static final Field<String> NAME_NB = Field.required("name_nb", Kind.text(256));
    static final Field<String> NAME_EN = Field.required("name_en", Kind.text(256));
    static final Field<Optional<DimensionType>> RELATION = Field.optional("relation_type", Kind.choice(relations()))
            .describedAs("What every line of the account is about.");
    static final Field<Optional<TaxCode>> DEFAULT_TAX_CODE = Field.optional("default_tax_code", TAX_CODE);
    static final Field<String> CATEGORY = Field.required("grouping_category", Kind.text(256))
            .describedAs("SAF-T GroupingCategory; only pairs of the business specification are allowed.");
    static final Field<String> GROUPING = Field.required("grouping_code", Kind.text(35));
    static final Field<Boolean> ACTIVE = Field.withDefault("active", Kind.flag(), true);
    static final Field<Optional<String>> REASON = Field.optional("reason", Kind.text(500))
            .describedAs("Needed to deactivate an account that has a balance; kept in the processing history.");

    static final Shape NEW_ACCOUNT = Shape.of(
            "NewAccount", ACCOUNT_CODE, NAME_NB, NAME_EN, RELATION, DEFAULT_TAX_CODE, CATEGORY, GROUPING, ACTIVE);
    static final Shape CHANGED_ACCOUNT = Shape.of(
            "ChangedAccount", NAME_NB, NAME_EN, RELATION, DEFAULT_TAX_CODE, CATEGORY, GROUPING, ACTIVE, REASON);

    static final Resource<UsedAccount> ACCOUNT = Resource.<UsedAccount>named("Account")
            .with("id", Kind.id(), used -> used.account().id())
            .with("account_code", CODE, used -> used.account().code())
            .with("name_nb", Kind.text(256), used -> used.account().nameNb())
            .with("name_en", Kind.text(256), used -> used.account().nameEn())
            .maybe(
                    "relation_type",
                    Kind.choice(relations()),
                    used -> used.account().relationType())
            .maybe("default_tax_code", Kind.text(10), used -> used.account().defaultTaxCode())
            .with(
                    "grouping_category",
                    Kind.text(256),
                    used -> used.account().saftGrouping().category())
            .with(
                    "grouping_code",
                    Kind.text(35),
                    used -> used.account().saftGrouping().code())
            .with("level_1_code", Kind.text(4), used -> grouping(used).one().code())
            .with("level_2_code", Kind.text(4), used -> grouping(used).two().code())
            .with("level_3_code", Kind.text(4), used -> grouping(used).three().code())
            .with("active", Kind.flag(), used -> used.account().active())
            .with("postable", Kind.flag(), used -> used.account().postable())
            .described("False for rows that are only computed.")
            .with("lines", Kind.number(0, Long.MAX_VALUE), UsedAccount::lines)
            .described("How many posted lines the account has.")
            .with("balance", Kind.amount(), UsedAccount::balance)
            .described("In kroner; debit positive.")
            .each("roles", ROLE, used -> used.roles().stream().sorted().toList());

    private AccountShapes() {}

    private static Grouping grouping(UsedAccount used) {
        return Grouping.of(used.account().code());
    }

    static AccountFields fields(Body body) {
        return new AccountFields(
                body.get(NAME_NB).strip(),
                body.get(NAME_EN).strip(),
                body.get(RELATION),
                body.get(DEFAULT_TAX_CODE),
                new SaftGrouping(body.get(CATEGORY), body.get(GROUPING)),
                body.get(ACTIVE));
    }

    static Map<String, DimensionType> relations() {
        Map<String, DimensionType> relations = new LinkedHashMap<>();
        for (DimensionType type : DimensionType.values()) {
            relations.put(type.apiName(), type);
        }
        return relations;
    }

    static Map<String, TaxCode> taxCodes() {
        Map<String, TaxCode> codes = new LinkedHashMap<>();
        TaxCodes.all().forEach(code -> codes.put(code.code(), code));
        return codes;
    }

    static Map<String, AccountRole> roles() {
        Map<String, AccountRole> roles = new LinkedHashMap<>();
        for (AccountRole role : AccountRole.values()) {
            roles.put(role.name(), role);
        }
        return roles;
    }
}
