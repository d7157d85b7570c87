package no.avstemt.application.posting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.posting.TermsStore.Stored;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.posting.CategoryRule;
import no.avstemt.domain.posting.RuleOverride;

/**
 * Keeps what a client account decides about how it is booked. What dates are booked by is not taken away or changed: a
 * rule that has been in force is ended instead, so that what is taken back later goes where it came from. Throws
 * {@link TermsRefused}.
 */
public final class EditTerms {

    private final UnitOfWork unit;
    private final Clock clock;

    public EditTerms(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** @return its id */
    public long add(ClientAccountId client, Actor actor, CategoryRule rule) {
        return unit.write(Set.of(client), stores -> {
            TermsChecks.check(stores, client, Optional.empty(), rule);
            record(stores, client, actor, Optional.empty(), Optional.of(rule));
            return stores.terms().add(client, rule);
        });
    }

    /** @return whether there is such a rule */
    public boolean change(ClientAccountId client, Actor actor, long id, CategoryRule rule) {
        return unit.write(Set.of(client), stores -> {
            Optional<CategoryRule> before = rule(stores.terms().categories(client), id);
            before.ifPresent(was -> {
                TermsChecks.checkStays(stores, client, was, rule);
                TermsChecks.check(stores, client, Optional.of(id), rule);
                record(stores, client, actor, before, Optional.of(rule));
                stores.terms().change(client, id, rule);
            });
            return before.isPresent();
        });
    }

    /** @return whether there was such a rule */
    public boolean removeCategory(ClientAccountId client, Actor actor, long id) {
        return unit.write(Set.of(client), stores -> {
            Optional<CategoryRule> before = rule(stores.terms().categories(client), id);
            before.ifPresent(was -> {
                TermsChecks.checkUnused(stores, client, was.from());
                record(stores, client, actor, before, Optional.empty());
                stores.terms().removeCategory(client, id);
            });
            return before.isPresent();
        });
    }

    /** @return its id */
    public long add(ClientAccountId client, Actor actor, RuleOverride rule) {
        return unit.write(Set.of(client), stores -> {
            TermsChecks.check(stores, client, Optional.empty(), rule);
            recordOverride(stores, client, actor, Optional.empty(), Optional.of(rule));
            return stores.terms().add(client, rule);
        });
    }

    /** @return whether there is such a rule */
    public boolean change(ClientAccountId client, Actor actor, long id, RuleOverride rule) {
        return unit.write(Set.of(client), stores -> {
            Optional<RuleOverride> before = rule(stores.terms().overrides(client), id);
            before.ifPresent(was -> {
                TermsChecks.checkStays(stores, client, was, rule);
                TermsChecks.check(stores, client, Optional.of(id), rule);
                recordOverride(stores, client, actor, before, Optional.of(rule));
                stores.terms().change(client, id, rule);
            });
            return before.isPresent();
        });
    }

    /** @return whether there was such a rule */
    public boolean removeOverride(ClientAccountId client, Actor actor, long id) {
        return unit.write(Set.of(client), stores -> {
            Optional<RuleOverride> before = rule(stores.terms().overrides(client), id);
            before.ifPresent(was -> {
                TermsChecks.checkUnused(stores, client, was.from());
                recordOverride(stores, client, actor, before, Optional.empty());
                stores.terms().removeOverride(client, id);
            });
            return before.isPresent();
        });
    }

    private static <T> Optional<T> rule(List<Stored<T>> rules, long id) {
        return rules.stream()
                .filter(stored -> stored.id() == id)
                .map(Stored::rule)
                .findFirst();
    }

    private void record(
            Stores stores,
            ClientAccountId client,
            Actor actor,
            Optional<CategoryRule> before,
            Optional<CategoryRule> after) {
        String subject = Stream.concat(before.stream(), after.stream())
                .map(CategoryRule::category)
                .findFirst()
                .orElseThrow();
        stores.audit()
                .record(
                        client,
                        new AuditEvent(
                                clock.instant(),
                                actor,
                                AuditAction.CATEGORY_RULE_CHANGED,
                                subject,
                                before.map(EditTerms::told).orElse(Map.of()),
                                after.map(EditTerms::told).orElse(Map.of())));
    }

    private void recordOverride(
            Stores stores,
            ClientAccountId client,
            Actor actor,
            Optional<RuleOverride> before,
            Optional<RuleOverride> after) {
        String subject = Stream.concat(before.stream(), after.stream())
                .map(rule -> rule.type().name())
                .findFirst()
                .orElseThrow();
        stores.audit()
                .record(
                        client,
                        new AuditEvent(
                                clock.instant(),
                                actor,
                                AuditAction.POSTING_RULE_CHANGED,
                                subject,
                                before.map(EditTerms::told).orElse(Map.of()),
                                after.map(EditTerms::told).orElse(Map.of())));
    }

    private static Map<String, String> told(CategoryRule rule) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("category", rule.category());
        told.put("sales_unit", rule.unit().orElse(""));
        told.put("account_code", rule.account().digits());
        told.put("tax_code", rule.taxCode().map(TaxCode::code).orElse(""));
        dates(told, rule.from(), rule.to());
        return told;
    }

    private static Map<String, String> told(RuleOverride rule) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("entry_type", rule.type().name());
        told.put("account_role", rule.role().name());
        told.put("account_code", rule.account().map(AccountCode::digits).orElse(""));
        told.put("tax_code", rule.taxCode().map(TaxCode::code).orElse(""));
        dates(told, rule.from(), rule.to());
        return told;
    }

    private static void dates(Map<String, String> told, LocalDate from, Optional<LocalDate> to) {
        told.put("valid_from", from.toString());
        told.put("valid_to", to.map(LocalDate::toString).orElse(""));
    }
}
