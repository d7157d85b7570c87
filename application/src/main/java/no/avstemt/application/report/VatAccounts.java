package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.time.Period;

/**
 * The accounts that VAT is booked on, those with the same roles together.
 *
 * @param settlement codes of those that a term's tax is moved to when it is settled
 */
record VatAccounts(Map<Set<String>, List<AccountRole>> byCodes, Set<String> settlement, Map<String, String> names) {

    /**
     * What some of them moved by.
     *
     * @param moved øre, in the sign of what they hold: owed or deducted
     */
    record Moved(String codes, String name, List<AccountRole> roles, long moved) {}

    static VatAccounts of(Books books, ClientAccountId client, String language) {
        Map<Set<String>, List<AccountRole>> byCodes = new LinkedHashMap<>();
        Arrays.stream(AccountRole.values())
                .filter(role -> role.kind() == AccountRole.Kind.VAT && role != AccountRole.VAT_SETTLEMENT)
                .forEach(role -> byCodes.computeIfAbsent(books.accountsOf(client, role), codes -> new ArrayList<>())
                        .add(role));
        Map<String, String> names = books.chart(client).stream()
                .collect(Collectors.toMap(account -> account.code().digits(), account -> account.name(language)));
        return new VatAccounts(byCodes, books.accountsOf(client, AccountRole.VAT_SETTLEMENT), names);
    }

    /** Entries that settle a term are left out. */
    List<Moved> moved(Books books, ClientAccountId client, Period term) {
        Set<String> all = byCodes.keySet().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Map<Long, String> codes = books.chart(client).stream()
                .collect(Collectors.toMap(Account::id, account -> account.code().digits()));
        Map<String, Long> byCode = new LinkedHashMap<>();
        books.accounts(
                LineQuery.of(client, term, books.company(client).fiscalYear(), all),
                lines -> byCode.merge(
                        codes.getOrDefault(lines.accountId(), ""),
                        Math.subtractExact(lines.debit(), lines.credit()),
                        Math::addExact));
        books.movedTogether(client, term, all, settlement)
                .forEach((code, moved) -> byCode.merge(code, Math.negateExact(moved), Math::addExact));
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
