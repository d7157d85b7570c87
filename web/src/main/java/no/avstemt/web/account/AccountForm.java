package no.avstemt.web.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.chart.AccountFields;
import no.avstemt.application.chart.UsedAccount;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.SaftGrouping;
import no.avstemt.domain.chart.SaftGroupings;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.chart.TaxCodes;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Choice.Option;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.text.Texts;

/** An account as typed. Field names are those of the API, so that a refusal finds its field. */
record AccountForm(
        String code,
        String nameNb,
        String nameEn,
        Optional<DimensionType> relation,
        Optional<TaxCode> taxCode,
        SaftGrouping grouping,
        boolean active,
        String reason) {

    static final Param<String> CODE = typed("account_code");
    static final Param<String> NAME_NB = typed("name_nb");
    static final Param<String> NAME_EN = typed("name_en");
    static final Param<Optional<DimensionType>> RELATION = Param.withDefault(
                    "relation_type", ParamType.choice(orNone(AccountShapes.relations())), "none")
            .inForm();
    static final Param<Optional<TaxCode>> TAX_CODE = Param.withDefault(
                    "default_tax_code", ParamType.choice(orNone(AccountShapes.taxCodes())), "none")
            .inForm();
    static final Param<SaftGrouping> GROUPING =
            Param.required("grouping_code", ParamType.choice(groupings())).inForm();
    static final Param<Boolean> ACTIVE =
            Param.withDefault("active", ParamType.flag(), "true").inForm();
    static final Param<String> REASON = typed("reason");

    private static Param<String> typed(String name) {
        return Param.withDefault(name, ParamType.anyText(1_000), "").inForm();
    }

    private static <T> Map<String, Optional<T>> orNone(Map<String, T> values) {
        Map<String, Optional<T>> all = new LinkedHashMap<>();
        all.put("none", Optional.empty());
        values.forEach((name, value) -> all.put(name, Optional.of(value)));
        return all;
    }

    private static Map<String, SaftGrouping> groupings() {
        Map<String, SaftGrouping> all = new LinkedHashMap<>();
        SaftGroupings.all().forEach(named -> all.put(named.grouping().toString(), named.grouping()));
        return all;
    }

    static AccountForm empty() {
        return new AccountForm(
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                new SaftGrouping("annenDriftskostnad", "7700"),
                true,
                "");
    }

    static AccountForm of(UsedAccount used) {
        AccountFields fields = AccountFields.of(used.account());
        return new AccountForm(
                used.account().code().digits(),
                fields.nameNb(),
                fields.nameEn(),
                fields.relationType(),
                fields.defaultTaxCode(),
                fields.saftGrouping(),
                fields.active(),
                "");
    }

    static AccountForm of(Request request, String code) {
        return new AccountForm(
                code,
                request.get(NAME_NB).strip(),
                request.get(NAME_EN).strip(),
                request.get(RELATION),
                request.get(TAX_CODE),
                request.get(GROUPING),
                request.get(ACTIVE),
                request.get(REASON).strip());
    }

    /** The Norwegian name stands for the English one where that was left out. */
    AccountFields fields() {
        return new AccountFields(nameNb, nameEn.isEmpty() ? nameNb : nameEn, relation, taxCode, grouping, active);
    }

    List<Field> names(Texts texts, Faults faults, boolean withCode) {
        List<Field> fields = new ArrayList<>();
        if (withCode) {
            fields.add(Field.text(CODE.name(), texts.get("chart.field.code"), code, faults)
                    .helped(texts.get("chart.field.code.help")));
        }
        fields.add(Field.text(NAME_NB.name(), texts.get("chart.field.nameNb"), nameNb, faults));
        fields.add(Field.text(NAME_EN.name(), texts.get("chart.field.nameEn"), nameEn, faults));
        return fields;
    }

    List<Choice> choices(Texts texts, String language) {
        return List.of(
                Choice.of(RELATION.name(), texts.get("chart.field.relation"), relations(texts))
                        .helped(texts.get("chart.field.relation.help")),
                Choice.of(TAX_CODE.name(), texts.get("chart.field.taxCode"), taxCodes(texts, language))
                        .helped(texts.get("chart.field.taxCode.help")),
                Choice.of(GROUPING.name(), texts.get("chart.field.grouping"), groupings(language))
                        .helped(texts.get("chart.field.grouping.help")),
                Choice.of(
                        ACTIVE.name(),
                        texts.get("chart.field.active"),
                        List.of(
                                new Option("true", texts.get("chart.active"), active),
                                new Option("false", texts.get("chart.inactive"), !active))));
    }

    private List<Option> relations(Texts texts) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("none", texts.get("relation.none"), relation.isEmpty()));
        for (DimensionType type : DimensionType.values()) {
            options.add(new Option(
                    type.apiName(), texts.get("relation." + type.apiName()), relation.equals(Optional.of(type))));
        }
        return options;
    }

    private List<Option> taxCodes(Texts texts, String language) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("none", texts.get("chart.field.taxCode.none"), taxCode.isEmpty()));
        TaxCodes.all().stream()
                .filter(each -> !AccountCode.isCode(code) || each.suits(new AccountCode(code)))
                .map(each -> new Option(
                        each.code(), each.code() + " – " + each.name(language), taxCode.equals(Optional.of(each))))
                .forEach(options::add);
        return options;
    }

    private List<Option> groupings(String language) {
        return SaftGroupings.all().stream()
                .filter(named ->
                        !AccountCode.isCode(code) || SaftGroupings.suits(named.grouping(), new AccountCode(code)))
                .map(named -> new Option(
                        named.grouping().toString(),
                        named.grouping().code() + " – " + named.name(language) + " ("
                                + named.grouping().category() + ")",
                        named.grouping().equals(grouping)))
                .toList();
    }
}
