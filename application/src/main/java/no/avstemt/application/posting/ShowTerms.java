package no.avstemt.application.posting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.posting.TermsStore.MonthOnDefault;
import no.avstemt.application.posting.TermsStore.SeenCategory;
import no.avstemt.application.posting.TermsStore.Stored;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.ChartOfAccounts;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.posting.CategoryRule;
import no.avstemt.domain.posting.RuleOverride;
import no.avstemt.domain.time.Oslo;
import no.avstemt.domain.time.Period;

/** How a client account is booked: standard rules are the same for all, the rest it has decided. */
public final class ShowTerms {

    private final UnitOfWork unit;
    private final Clock clock;

    public ShowTerms(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /**
     * @param unmapped categories seen in the last year that no rule is for
     * @param months of the last year, with turnover
     */
    public record Shown(
            ClientAccount account,
            ChartOfAccounts chart,
            List<Account> accounts,
            List<Stored<CategoryRule>> categories,
            List<Stored<RuleOverride>> overrides,
            List<SeenCategory> unmapped,
            List<MonthOnDefault> months) {}

    public Shown run(ClientAccountId client) {
        return unit.read(Set.of(client), stores -> {
            List<Stored<CategoryRule>> categories = stores.terms().categories(client);
            return new Shown(
                    stores.clients().find(client).orElseThrow(),
                    stores.clients().chart(client),
                    stores.clients().accounts(client),
                    categories,
                    stores.terms().overrides(client),
                    unmapped(stores.terms().seen(client, lastYear()), categories),
                    stores.terms().onDefault(client, lastYear()));
        });
    }

    public List<Stored<CategoryRule>> categories(ClientAccountId client) {
        return unit.read(Set.of(client), stores -> stores.terms().categories(client));
    }

    public List<Stored<RuleOverride>> overrides(ClientAccountId client) {
        return unit.read(Set.of(client), stores -> stores.terms().overrides(client));
    }

    public List<SeenCategory> unmapped(ClientAccountId client) {
        return unit.read(
                Set.of(client),
                stores -> unmapped(
                        stores.terms().seen(client, lastYear()), stores.terms().categories(client)));
    }

    /** In each month of the last year. */
    public List<MonthOnDefault> onDefault(ClientAccountId client) {
        return unit.read(Set.of(client), stores -> stores.terms().onDefault(client, lastYear()));
    }

    private Period lastYear() {
        LocalDate today = Oslo.today(clock);
        return new Period(today.withDayOfMonth(1).minusMonths(11), today);
    }

    private static List<SeenCategory> unmapped(List<SeenCategory> seen, List<Stored<CategoryRule>> rules) {
        return seen.stream()
                .filter(category -> rules.stream()
                        .noneMatch(stored -> CategoryRule.key(stored.rule().category())
                                .equals(CategoryRule.key(category.category()))))
                .toList();
    }
}
