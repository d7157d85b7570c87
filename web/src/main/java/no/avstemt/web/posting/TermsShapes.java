package no.avstemt.web.posting;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.posting.TermsRefused;
import no.avstemt.application.posting.TermsRefused.Reason;
import no.avstemt.application.posting.TermsStore.MonthOnDefault;
import no.avstemt.application.posting.TermsStore.SeenCategory;
import no.avstemt.application.posting.TermsStore.Stored;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.chart.TaxCodes;
import no.avstemt.domain.posting.CategoryRule;
import no.avstemt.domain.posting.PostingRules;
import no.avstemt.domain.posting.RuleOverride;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.Fault;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Problem;
import no.avstemt.web.text.Message;

/** What rules of a client account look like in JSON, in and out. */
final class TermsShapes {

    static final Kind<AccountCode> CODE = Kind.text(8)
            .as(
                    text -> AccountCode.isCode(text) ? Optional.of(new AccountCode(text)) : Optional.empty(),
                    AccountCode::digits,
                    Message.of("chart.code"));

    private static final Kind<TaxCode> TAX_CODE = Kind.choice(taxCodes());
    private static final Kind<EntryType> TYPE = Kind.choice(types());
    private static final Kind<AccountRole> ROLE = Kind.choice(roles());

    private static final Field<String> CATEGORY = Field.required("category", Kind.text(200))
            .describedAs("Of a sale or of one of its lines; upper and lower case are the same.");
    private static final Field<Optional<String>> UNIT = Field.optional("sales_unit", Kind.text(40))
            .describedAs("Number of the only sales unit that the rule is for.");
    private static final Field<AccountCode> ACCOUNT = Field.required("account_code", CODE);
    private static final Field<Optional<AccountCode>> MAYBE_ACCOUNT =
            Field.optional("account_code", CODE).describedAs("Instead of the account that the role is.");
    private static final Field<Optional<TaxCode>> TAX = Field.optional("tax_code", TAX_CODE);
    private static final Field<LocalDate> FROM = Field.required("valid_from", Kind.date());
    private static final Field<Optional<LocalDate>> TO = Field.optional("valid_to", Kind.date());
    private static final Field<EntryType> ENTRY_TYPE = Field.required("entry_type", TYPE);
    private static final Field<Optional<AccountRole>> MAYBE_ROLE =
            Field.optional("account_role", ROLE).describedAs("The standard rule's when it is not given.");

    static final Shape NEW_CATEGORY = Shape.of("CategoryRuleFields", CATEGORY, UNIT, ACCOUNT, TAX, FROM, TO);
    static final Shape NEW_OVERRIDE =
            Shape.of("PostingRuleFields", ENTRY_TYPE, MAYBE_ROLE, MAYBE_ACCOUNT, TAX, FROM, TO);

    static final Resource<Stored<CategoryRule>> CATEGORY_RULE = Resource.<Stored<CategoryRule>>named("CategoryRule")
            .with("id", Kind.id(), Stored::id)
            .with("category", Kind.text(200), stored -> stored.rule().category())
            .maybe("sales_unit", Kind.text(40), stored -> stored.rule().unit())
            .with("account_code", CODE, stored -> stored.rule().account())
            .maybe("tax_code", TAX_CODE, stored -> stored.rule().taxCode())
            .with("valid_from", Kind.date(), stored -> stored.rule().from())
            .maybe("valid_to", Kind.date(), stored -> stored.rule().to());

    static final Resource<Stored<RuleOverride>> POSTING_RULE = Resource.<Stored<RuleOverride>>named("PostingRule")
            .with("id", Kind.id(), Stored::id)
            .with("entry_type", TYPE, stored -> stored.rule().type())
            .with("account_role", ROLE, stored -> stored.rule().role())
            .maybe("account_code", CODE, stored -> stored.rule().account())
            .maybe("tax_code", TAX_CODE, stored -> stored.rule().taxCode())
            .with("valid_from", Kind.date(), stored -> stored.rule().from())
            .maybe("valid_to", Kind.date(), stored -> stored.rule().to());

    static final Resource<SeenCategory> UNMAPPED = Resource.<SeenCategory>named("UnmappedCategory")
            .with("category", Kind.text(200), SeenCategory::category)
            .with("sales", Kind.number(0, Long.MAX_VALUE), SeenCategory::sales)
            .with("amount", Kind.amount(), SeenCategory::amount)
            .described("In kroner, VAT included, refunds taken off.")
            .maybe("last_sold", Kind.date(), SeenCategory::last);

    static final Resource<MonthOnDefault> ON_DEFAULT = Resource.<MonthOnDefault>named("DefaultVatMonth")
            .with("month", Kind.date(), MonthOnDefault::month)
            .described("Its first day.")
            .with("turnover", Kind.amount(), MonthOnDefault::turnover)
            .with("on_default_vat", Kind.amount(), MonthOnDefault::onDefault)
            .described("Of the turnover, what took the sales unit's default code because no sale told of it.")
            .with("entries", Kind.number(0, Long.MAX_VALUE), MonthOnDefault::entries);

    private TermsShapes() {}

    static CategoryRule category(Body body) {
        dates(body);
        return new CategoryRule(
                body.get(CATEGORY), body.get(UNIT), body.get(ACCOUNT), body.get(TAX), body.get(FROM), body.get(TO));
    }

    static RuleOverride override(Body body) {
        dates(body);
        EntryType type = body.get(ENTRY_TYPE);
        AccountRole role = body.get(MAYBE_ROLE)
                .or(() -> PostingRules.ruleFor(type).counterpart())
                .orElse(AccountRole.SUSPENSE);
        return new RuleOverride(type, role, body.get(MAYBE_ACCOUNT), body.get(TAX), body.get(FROM), body.get(TO));
    }

    private static void dates(Body body) {
        body.get(TO).filter(last -> last.isBefore(body.get(FROM))).ifPresent(last -> {
            throw problem(new TermsRefused(Reason.DATES, last.toString()));
        });
    }

    static Problem problem(TermsRefused refused) {
        String[] facts = refused.facts().toArray(String[]::new);
        String key = refused.reason().textKey();
        return refused.reason().isConflict()
                ? Problem.conflict(key, facts)
                : Problem.faulty(List.of(Fault.of(refused.reason().field(), key, facts)));
    }

    static Map<String, TaxCode> taxCodes() {
        Map<String, TaxCode> codes = new LinkedHashMap<>();
        TaxCodes.all().forEach(code -> codes.put(code.code(), code));
        return codes;
    }

    static Map<String, EntryType> types() {
        Map<String, EntryType> types = new LinkedHashMap<>();
        for (EntryType type : EntryType.values()) {
            if (RuleOverride.mayBe(type)) {
                types.put(type.name(), type);
            }
        }
        return types;
    }

    private static Map<String, AccountRole> roles() {
        Map<String, AccountRole> roles = new LinkedHashMap<>();
        for (AccountRole role : AccountRole.values()) {
            roles.put(role.name(), role);
        }
        return roles;
    }
}
