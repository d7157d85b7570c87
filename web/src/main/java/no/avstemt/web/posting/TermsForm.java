package no.avstemt.web.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.posting.CategoryRule;
import no.avstemt.domain.posting.PostingRules;
import no.avstemt.domain.posting.RuleOverride;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.text.IsoDay;
import no.avstemt.web.text.Texts;

/**
 * What was typed about a rule.
 *
 * @param prefix of the names of its fields: two forms stand on the same page
 * @param name category, or nothing
 */
record TermsForm(
        String prefix,
        String name,
        String unit,
        String account,
        Optional<EntryType> type,
        Optional<TaxCode> taxCode,
        String from,
        String to) {

    static final String OF_CATEGORY = "category_";
    static final String OF_RULE = "rule_";

    private static final int LONGEST = 200;

    static Param<?>[] params(String prefix) {
        List<Param<?>> params = new ArrayList<>(
                List.of(typed(prefix + "account"), typed(prefix + "from"), typed(prefix + "to"), tax(prefix)));
        params.addAll(
                prefix.equals(OF_CATEGORY) ? List.of(typed(prefix + "name"), typed(prefix + "unit")) : List.of(TYPE));
        return params.toArray(Param<?>[]::new);
    }

    static TermsForm empty(String prefix, LocalDate from) {
        return new TermsForm(prefix, "", "", "", Optional.empty(), Optional.empty(), from.toString(), "");
    }

    static TermsForm of(Request request, String prefix) {
        boolean ofCategory = prefix.equals(OF_CATEGORY);
        return new TermsForm(
                prefix,
                ofCategory ? request.get(typed(prefix + "name")).strip() : "",
                ofCategory ? request.get(typed(prefix + "unit")).strip() : "",
                request.get(typed(prefix + "account")).strip(),
                ofCategory ? Optional.empty() : Optional.of(request.get(TYPE)),
                request.get(tax(prefix)),
                request.get(typed(prefix + "from")).strip(),
                request.get(typed(prefix + "to")).strip());
    }

    private static final Map<String, Param<String>> TYPED = new LinkedHashMap<>();
    private static final Map<String, Param<Optional<TaxCode>>> TAXES = new LinkedHashMap<>();
    private static final Param<EntryType> TYPE = Param.withDefault(
                    OF_RULE + "type", ParamType.choice(TermsShapes.types()), EntryType.CAPTURE_FEE.name())
            .inForm();

    static {
        for (String prefix : List.of(OF_CATEGORY, OF_RULE)) {
            for (String field : List.of("name", "unit", "account", "from", "to")) {
                TYPED.put(
                        prefix + field,
                        Param.withDefault(prefix + field, ParamType.anyText(LONGEST), "")
                                .inForm());
            }
            Map<String, Optional<TaxCode>> codes = new LinkedHashMap<>();
            codes.put("", Optional.empty());
            TermsShapes.taxCodes().forEach((code, taxCode) -> codes.put(code, Optional.of(taxCode)));
            TAXES.put(
                    prefix,
                    Param.withDefault(prefix + "tax", ParamType.choice(codes), "")
                            .inForm());
        }
    }

    private static Param<String> typed(String name) {
        return Objects.requireNonNull(TYPED.get(name));
    }

    private static Param<Optional<TaxCode>> tax(String prefix) {
        return Objects.requireNonNull(TAXES.get(prefix));
    }

    Faults faults(Texts texts) {
        Faults faults = Faults.none();
        if (prefix.equals(OF_CATEGORY) && (name.isEmpty() || name.codePoints().anyMatch(Character::isISOControl))) {
            faults.add(prefix + "name", texts.get("terms.fault.category"));
        }
        if (!AccountCode.isCode(account)) {
            faults.add(prefix + "account", texts.get("terms.fault.account"));
        }
        Optional<LocalDate> first = IsoDay.parse(from);
        if (first.isEmpty()) {
            faults.add(prefix + "from", texts.get("terms.fault.date"));
        }
        Optional<LocalDate> last = IsoDay.parse(to);
        boolean badEnd = !to.isEmpty()
                && (last.isEmpty() || first.filter(last.get()::isBefore).isPresent());
        if (badEnd) {
            faults.add(prefix + "to", texts.get("terms.fault.to"));
        }
        return faults;
    }

    /** Of a form without faults. */
    CategoryRule category() {
        return new CategoryRule(
                name,
                unit.isEmpty() ? Optional.empty() : Optional.of(unit),
                new AccountCode(account),
                taxCode,
                LocalDate.parse(from),
                IsoDay.parse(to));
    }

    /** Of a form without faults. */
    RuleOverride override() {
        EntryType chosen = type.orElseThrow();
        return new RuleOverride(
                chosen,
                PostingRules.ruleFor(chosen).counterpart().orElse(AccountRole.SUSPENSE),
                Optional.of(new AccountCode(account)),
                taxCode,
                LocalDate.parse(from),
                IsoDay.parse(to));
    }

    List<Field> fields(Texts texts, Faults faults) {
        List<Field> fields = new ArrayList<>();
        if (prefix.equals(OF_CATEGORY)) {
            fields.add(Field.text(prefix + "name", texts.get("terms.category"), name, faults));
            fields.add(Field.text(prefix + "unit", texts.get("terms.unit"), unit, faults)
                    .helped(texts.get("terms.unit.help")));
        }
        fields.add(Field.text(prefix + "account", texts.get("terms.account"), account, faults));
        fields.add(Field.text(prefix + "from", texts.get("terms.from"), from, faults)
                .as("date")
                .helped(texts.get("terms.from.help")));
        fields.add(Field.text(prefix + "to", texts.get("terms.to"), to, faults).as("date"));
        return fields;
    }

    Choice taxChoice(Texts texts) {
        List<Choice.Option> options = new ArrayList<>();
        options.add(new Choice.Option("", texts.get("terms.tax.none"), taxCode.isEmpty()));
        TermsShapes.taxCodes().values().stream()
                .filter(each -> taxCode.equals(Optional.of(each)) || isOffered(each))
                .forEach(each -> options.add(new Choice.Option(
                        each.code(), each.code() + " " + each.name(texts.tag()), taxCode.equals(Optional.of(each)))));
        return Choice.of(prefix + "tax", texts.get("terms.tax"), options);
    }

    private boolean isOffered(TaxCode code) {
        return prefix.equals(OF_CATEGORY) ? code.isOfSales() : !code.hasTax();
    }

    Choice typeChoice(Texts texts) {
        EntryType chosen = type.orElse(EntryType.CAPTURE_FEE);
        List<Choice.Option> options = new ArrayList<>();
        TermsShapes.types()
                .forEach((code, each) -> options.add(new Choice.Option(
                        code,
                        texts.get("topic." + each.topic().vippsName()) + ": " + texts.get("entryType." + code),
                        each == chosen)));
        return Choice.of(TYPE.name(), texts.get("terms.type"), options);
    }
}
