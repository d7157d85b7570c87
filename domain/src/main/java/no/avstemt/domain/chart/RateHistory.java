package no.avstemt.domain.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a rate of VAT has changed, by what Stortinget decided for each year.
 *
 * @param changes the earliest first
 */
public record RateHistory(String name, List<Change> changes) {

    /** @param basisPoints 2500 is 25 % */
    public record Change(LocalDate validFrom, int basisPoints) {}

    public RateHistory {
        changes =
                changes.stream().sorted(Comparator.comparing(Change::validFrom)).toList();
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("The rate " + name + " has never had a value");
        }
    }

    /** In basis points. A date before the table begins takes its first rate. */
    public int on(LocalDate date) {
        int basisPoints = changes.get(0).basisPoints();
        for (Change change : changes) {
            if (!change.validFrom().isAfter(date)) {
                basisPoints = change.basisPoints();
            }
        }
        return basisPoints;
    }

    static Map<String, RateHistory> all() {
        Map<String, List<Change>> byName = new LinkedHashMap<>();
        for (String[] cell : Table.rows("vat-rates.csv")) {
            byName.computeIfAbsent(cell[0], name -> new ArrayList<>())
                    .add(new Change(LocalDate.parse(cell[1]), Integer.parseInt(cell[2])));
        }
        Map<String, RateHistory> all = new LinkedHashMap<>();
        byName.forEach((name, changes) -> all.put(name, new RateHistory(name, changes)));
        return all;
    }
}
