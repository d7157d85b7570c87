package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.application.report.Books.MovedOfDay;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.time.Period;

/**
 * The accounts that VAT is booked on, each in one group.
 *
 * @param settled what they moved by when terms were settled
 */
record VatAccounts(List<Group> groups, List<MovedOfDay> settled, Map<String, String> names) {

    /** Roles that have an account in common, now or before: nobody can tell what on it is of which role. */
    record Group(Set<String> codes, List<AccountRole> roles) {

        private Group and(Group other) {
            Set<String> allCodes = new HashSet<>(codes);
            allCodes.addAll(other.codes);
            return new Group(
                    allCodes,
                    Stream.concat(roles.stream(), other.roles.stream()).sorted().toList());
        }

        /** What is owed is positive; where nothing can be, what is deducted. */
        long natural(long ledgerOre) {
            return roles.stream().anyMatch(VatAccounts::isOutput) ? Math.negateExact(ledgerOre) : ledgerOre;
        }
    }

    /**
     * What a group moved by.
     *
     * @param moved øre in ledger sign
     */
    record Moved(Group group, String codes, String name, long moved) {}

    static VatAccounts of(Books books, ClientAccountId client, Period period, String language) {
        Map<AccountRole, Set<String>> codesOf = new EnumMap<>(books.accountsOf(
                client,
                Arrays.stream(AccountRole.values())
                        .filter(role -> role.kind() == AccountRole.Kind.VAT)
                        .collect(Collectors.toSet())));
        Set<String> settlement = new HashSet<>(Objects.requireNonNull(codesOf.remove(AccountRole.VAT_SETTLEMENT)));
        List<Group> groups = new ArrayList<>();
        codesOf.forEach((role, codes) -> add(new Group(codes, List.of(role)), groups));
        groups.sort(Comparator.comparing(group -> group.roles().get(0)));
        Set<String> all = all(groups);
        settlement.removeAll(all); // else every entry with VAT would seem to settle it
        List<MovedOfDay> settled = new ArrayList<>();
        books.movedTogether(client, period, all, settlement, settled::add);
        Map<String, String> names = books.chart(client).stream()
                .collect(Collectors.toMap(account -> account.code().digits(), account -> account.name(language)));
        return new VatAccounts(groups, settled, names);
    }

    private static void add(Group added, List<Group> groups) {
        List<Group> joined = groups.stream()
                .filter(group -> !Collections.disjoint(group.codes(), added.codes()))
                .toList();
        groups.removeAll(joined);
        groups.add(joined.stream().reduce(added, Group::and));
    }

    private static Set<String> all(List<Group> groups) {
        return groups.stream().flatMap(group -> group.codes().stream()).collect(Collectors.toSet());
    }

    /** Entries that settle a term are left out. */
    List<Moved> moved(Books books, ClientAccountId client, Period term) {
        Map<Long, String> codes = books.chart(client).stream()
                .collect(Collectors.toMap(Account::id, account -> account.code().digits()));
        Map<String, Long> byCode = new HashMap<>();
        books.accounts(
                LineQuery.of(client, term, books.company(client).fiscalYear(), all(groups)),
                lines -> byCode.merge(
                        codes.getOrDefault(lines.accountId(), ""),
                        Math.subtractExact(lines.debit(), lines.credit()),
                        Math::addExact));
        settled.stream()
                .filter(moved -> term.contains(moved.day()))
                .forEach(moved -> byCode.merge(moved.accountCode(), Math.negateExact(moved.moved()), Math::addExact));
        return groups.stream().map(group -> moved(group, byCode)).toList();
    }

    private Moved moved(Group group, Map<String, Long> byCode) {
        Set<String> sorted = new TreeSet<>(group.codes());
        String name = sorted.stream()
                .map(code -> names.getOrDefault(code, ""))
                .distinct()
                .collect(Collectors.joining(", "));
        long moved =
                sorted.stream().mapToLong(code -> byCode.getOrDefault(code, 0L)).sum();
        return new Moved(group, String.join(", ", sorted), name, moved);
    }

    static boolean isOutput(AccountRole role) {
        return role.name().startsWith("OUTPUT_");
    }
}
