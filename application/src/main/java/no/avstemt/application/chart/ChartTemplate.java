package no.avstemt.application.chart;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.application.Stores;
import no.avstemt.application.client.StandardChart;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;

/**
 * A chart that several client accounts share.
 *
 * @param id {@link #BUILT_IN} for the standard chart of the program
 * @param name empty for the standard chart of the program, which is called so in the reader's language
 * @param accounts in order of account code
 * @param roles only those that are not on their account of the standard chart
 */
public record ChartTemplate(
        long id, String name, List<StandardChart.Row> accounts, Map<AccountRole, AccountCode> roles) {

    public static final long BUILT_IN = 0;

    public ChartTemplate {
        accounts = List.copyOf(accounts);
        roles = Map.copyOf(roles);
    }

    static ChartTemplate builtIn() {
        return new ChartTemplate(BUILT_IN, "", StandardChart.rows(), Map.of());
    }

    public static Optional<ChartTemplate> find(Stores stores, long id) {
        return id == BUILT_IN ? Optional.of(builtIn()) : stores.chartTemplates().find(id);
    }

    /** The chart of a new client account: with an account for every role, also for those that came after it was made. */
    public List<StandardChart.Row> forNewClient() {
        Set<AccountCode> has = accounts.stream().map(StandardChart.Row::code).collect(Collectors.toSet());
        Set<AccountCode> needs =
                Stream.of(AccountRole.values()).map(this::account).collect(Collectors.toSet());
        needs.removeAll(has);
        return Stream.concat(accounts.stream(), StandardChart.rows().stream().filter(row -> needs.contains(row.code())))
                .toList();
    }

    public boolean isBuiltIn() {
        return id == BUILT_IN;
    }

    public AccountCode account(AccountRole role) {
        return roles.getOrDefault(role, role.defaultAccount());
    }

    /**
     * @param changedAt none for the standard chart of the program
     * @param followers how many client accounts name it
     */
    public record Listed(long id, String name, Optional<Instant> changedAt, long accounts, long followers) {}
}
