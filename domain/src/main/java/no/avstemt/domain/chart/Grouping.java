package no.avstemt.domain.chart;

import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where an account stands in the presented statements: three levels, each a code and a text key. The rows are those of
 * regnskapsloven §§ 6-1 and 6-2; a level's code is the first account of its range and unique within its level.
 */
public record Grouping(Level one, Level two, Level three) {

    /** First account of a range, then the three levels it belongs to; the range lasts to the next row. */
    private static final List<int[]> ROWS = List.of(
            new int[] {1000, 1000, 1000, 1000}, // intangible assets
            new int[] {1100, 1000, 1000, 1100}, // property, plant and equipment
            new int[] {1300, 1000, 1000, 1300}, // financial fixed assets
            new int[] {1400, 1000, 1400, 1400}, // inventories
            new int[] {1500, 1000, 1400, 1500}, // receivables
            new int[] {1800, 1000, 1400, 1800}, // investments
            new int[] {1900, 1000, 1400, 1900}, // bank and cash
            new int[] {2000, 2000, 2000, 2000}, // paid-in equity
            new int[] {2040, 2000, 2000, 2040}, // earned equity
            new int[] {2100, 2000, 2100, 2100}, // provisions
            new int[] {2200, 2000, 2100, 2200}, // other long-term debt
            new int[] {2300, 2000, 2100, 2300}, // current liabilities
            new int[] {3000, 3000, 3000, 3000}, // sales
            new int[] {3400, 3000, 3000, 3400}, // other operating income
            new int[] {4000, 3000, 4000, 4000}, // cost of goods
            new int[] {5000, 3000, 4000, 5000}, // wages
            new int[] {6000, 3000, 4000, 6000}, // depreciation
            new int[] {6050, 3000, 4000, 6050}, // impairment
            new int[] {6100, 3000, 4000, 6100}, // other operating costs
            new int[] {8000, 8000, 8000, 8000}, // other financial income
            new int[] {8030, 8000, 8000, 8030}, // interest income
            new int[] {8060, 8000, 8000, 8000},
            new int[] {8100, 8000, 8100, 8100}, // other financial costs
            new int[] {8130, 8000, 8100, 8130}, // interest costs
            new int[] {8160, 8000, 8100, 8100},
            new int[] {8300, 8300, 8300, 8300}, // tax
            new int[] {8800, 8300, 8800, 8800}); // transfers and allocations; class 9 is free for the client's own use

    /** Second levels that a debit makes larger: assets and costs. */
    private static final Set<String> DEBIT_BY_NATURE = Set.of("1000", "1400", "4000", "8100", "8300", "8800");

    private static final String ALLOCATIONS = "8800";

    private static final NavigableMap<Integer, Grouping> BY_FIRST_ACCOUNT = byFirstAccount();

    /**
     * @param code four digits, as in the API
     * @param nameKey the key of its name
     */
    public record Level(int depth, String code, String nameKey) {

        /** As that of the first account in it. */
        public int naturalSign() {
            return Grouping.of(new AccountCode(code)).naturalSign();
        }
    }

    /** Every account code has one, whatever the client's chart calls the account. */
    public static Grouping of(AccountCode account) {
        return BY_FIRST_ACCOUNT.floorEntry(account.range()).getValue();
    }

    /** 1 where a statement shows what ledgers have, −1 where it shows the opposite: equity, debt and income. */
    public int naturalSign() {
        return DEBIT_BY_NATURE.contains(two.code()) ? 1 : -1;
    }

    /** Whether this says what was done with a result; it is no part of it. */
    public boolean isAllocation() {
        return two.code().equals(ALLOCATIONS);
    }

    /** Every grouping there is, in the order of the accounts; some come twice. */
    public static List<Grouping> all() {
        return List.copyOf(BY_FIRST_ACCOUNT.values());
    }

    private static NavigableMap<Integer, Grouping> byFirstAccount() {
        NavigableMap<Integer, Grouping> groupings = new TreeMap<>();
        for (int[] row : ROWS) {
            groupings.put(row[0], new Grouping(level(1, row[1]), level(2, row[2]), level(3, row[3])));
        }
        return groupings;
    }

    private static Level level(int depth, int firstAccount) {
        return new Level(depth, Integer.toString(firstAccount), "grouping." + depth + "." + firstAccount);
    }
}
