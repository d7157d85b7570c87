package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.avstemt.application.report.Books.MovedOfDay;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.time.Period;

/**
 * The accounts that VAT is booked on, those with the same roles together.
 *
 * @param settled what they moved by when terms were settled
 */
record VatAccounts(Map<Set<String>, List<AccountRole>> byCodes, List<MovedOfDay> settled, Map<String, String> names) {

    /**
     * What some of them moved by.
     *
     * @param moved øre, in the sign of what they hold: owed or deducted
     */
    record Moved(String codes, String name, List<AccountRole> roles, long moved) {}

    static VatAccounts of(Books books, ClientAccountId client, Period period, String language) {
        Map<AccountRole, Set<String>> codesOf = new EnumMap<>(books.accountsOf(
                client,
                Arrays.stream(AccountRole.values())
                        .filter(role -> role.kind() == AccountRole.Kind.VAT)
                        .collect(Collectors.toSet())));
        Set<String> settlement = Objects.requireNonNull(codesOf.remove(AccountRole.VAT_SETTLEMENT));
        Map<Set<String>, List<AccountRole>> byCodes = new LinkedHashMap<>();
        codesOf.forEach((role, codes) ->
                byCodes.computeIfAbsent(codes, some -> new ArrayList<>()).add(role));
        List<MovedOfDay> settled = new ArrayList<>();
        books.movedTogether(client, period, all(byCodes), settlement, settled::add);
        Map<String, String> names = books.chart(client).stream()
                .collect(Collectors.toMap(account -> account.code().digits(), account -> account.name(language)));
        return new VatAccounts(byCodes, settled, names);
    }

    private static Set<String> all(Map<Set<String>, List<AccountRole>> byCodes) {
        return byCodes.keySet().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** Entries that settle a term are left out. */
    List<Moved> moved(Books books, ClientAccountId client, Period term) {
        Map<Long, String> codes = books.chart(client).stream()
                .collect(Collectors.toMap(Account::id, account -> account.code().digits()));
        Map<String, Long> byCode = new LinkedHashMap<>();
        books.accounts(
                LineQuery.of(client, term, books.company(client).fiscalYear(), all(byCodes)),
                lines -> byCode.merge(
                        codes.getOrDefault(lines.accountId(), ""),
                        Math.subtractExact(lines.debit(), lines.credit()),
                        Math::addExact));
        settled.stream()
                .filter(moved -> term.contains(moved.day()))
                .forEach(moved -> byCode.merge(moved.accountCode(), Math.negateExact(moved.moved()), Math::addExact));
        List<Moved> rows = new ArrayList<>();
        byCodes.forEach((some, roles) -> rows.add(moved(some, roles, byCode)));
        return rows;
    }

    private Moved moved(Set<String> codes, List<AccountRole> roles, Map<String, Long> byCode) {
        long moved =
                codes.stream().mapToLong(code -> byCode.getOrDefault(code, 0L)).sum();
        Set<String> sorted = new TreeSet<>(codes);
        String name = sorted.stream()
                .map(code -> names.getOrDefault(code, ""))
                .distinct()
                .collect(Collectors.joining(", "));
        return new Moved(
                String.join(", ", sorted), name, roles, isOutput(roles.get(0)) ? Math.negateExact(moved) : moved);
    }

    static boolean isOutput(AccountRole role) {
        return role.name().startsWith("OUTPUT_");
    }
}
