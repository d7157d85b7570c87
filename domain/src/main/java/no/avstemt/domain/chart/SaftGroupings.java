package no.avstemt.domain.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The groupings that an account of a company can have, for income years 2025 and 2026: those of Skatteetaten's list that
 * are not for banks and insurers, in our own words, in {@code saft-groupings.csv} beside this class.
 */
public final class SaftGroupings {

    private static final Set<String> BALANCE = Set.of(
            "balanseverdiForAnleggsmiddel",
            "balanseverdiForOmloepsmiddel",
            "egenkapital",
            "langsiktigGjeld",
            "kortsiktigGjeld");
    private static final Map<SaftGrouping, Named> ALL = read();

    private SaftGroupings() {}

    /** A grouping with what it is called. */
    public record Named(SaftGrouping grouping, String nameNb, String nameEn) {

        public String name(String language) {
            return language.equals("en") ? nameEn : nameNb;
        }
    }

    private static Map<SaftGrouping, Named> read() {
        Map<SaftGrouping, Named> all = new LinkedHashMap<>();
        for (String[] cell : Table.rows("saft-groupings.csv")) {
            SaftGrouping grouping = new SaftGrouping(cell[0], cell[1]);
            all.put(grouping, new Named(grouping, cell[2], cell[3]));
        }
        return all;
    }

    /** Category by category, in order of their codes. */
    public static List<Named> all() {
        return List.copyOf(ALL.values());
    }

    public static Optional<Named> of(SaftGrouping grouping) {
        return Optional.ofNullable(ALL.get(grouping));
    }

    public static boolean isAllowed(SaftGrouping grouping) {
        return ALL.containsKey(grouping);
    }

    /** Whether balance-sheet and result account stand on their own side; what cannot be placed suits all. */
    public static boolean suits(SaftGrouping grouping, AccountCode account) {
        return grouping.category().equals("NA") || BALANCE.contains(grouping.category()) != account.isResult();
    }
}
