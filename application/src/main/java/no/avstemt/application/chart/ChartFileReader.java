package no.avstemt.application.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.chart.ChartFault.Kind;
import no.avstemt.application.csv.SmallTable;
import no.avstemt.application.csv.TextOfFile;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.dimension.DimensionType;

/** Reads a chart file whole and notes every fault, each with its line. What a column says is known only if it is there. */
final class ChartFileReader {

    private static final int MOST_FAULTS = 200;
    private static final int MOST_ACCOUNTS = 10_000;
    private static final int WIDEST = 100;

    private final List<ChartFault> faults = new ArrayList<>();
    private final Map<AccountCode, Row> rows = new LinkedHashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();

    /** One account of the file. @param cells column name to value, only for columns that the file has */
    record Row(long line, AccountCode code, Map<String, String> cells) {

        Optional<String> cell(String column) {
            return Optional.ofNullable(cells.get(column));
        }
    }

    List<ChartFault> faults() {
        return faults;
    }

    List<Row> rows() {
        return List.copyOf(rows.values());
    }

    void read(byte[] bytes) {
        Optional<String> text = TextOfFile.of(bytes);
        if (text.isEmpty()) {
            faults.add(ChartFault.ofTable(1, "", "table.binary"));
            return;
        }
        SmallTable table = SmallTable.of(text.get());
        List<SmallTable.Row> lines = table.rows();
        if (lines.isEmpty()) {
            fault(1, "", Kind.NO_HEAD);
            return;
        }
        readHead(lines.get(0));
        if (faults.isEmpty()) {
            table.wholeRows().stream()
                    .skip(1)
                    .takeWhile(line -> faults.size() < MOST_FAULTS)
                    .forEach(this::readRow);
            table.cutOff().ifPresent(cut -> faults.add(ChartFault.ofTable(cut.line(), cut.column(), "table.cutOff")));
        }
        if (rows.isEmpty() && faults.isEmpty()) {
            fault(1, "", Kind.EMPTY);
        }
    }

    private void readHead(SmallTable.Row head) {
        Set<String> ignored = new HashSet<>(Set.of("class", "flags", "default_standard_tax_code"));
        for (int i = 0; i < head.cells().size(); i++) {
            String name = head.cells().get(i).strip().toLowerCase(Locale.ROOT);
            String column = name.equals("default_standard_tax_code") ? ChartFile.TAX_CODE : name;
            if (!ChartFile.COLUMNS.contains(column)) {
                if (!ignored.contains(name)) {
                    fault(head.line(), name, Kind.COLUMN_UNKNOWN, name, String.join(", ", ChartFile.COLUMNS));
                }
            } else if (columns.put(column, i) != null) {
                fault(head.line(), name, Kind.COLUMN_TWICE, name);
            }
        }
        for (String needed : List.of(ChartFile.ACCOUNT, ChartFile.NAME_NB)) {
            if (!columns.containsKey(needed)) {
                fault(head.line(), needed, Kind.COLUMN_MISSING, needed);
            }
        }
    }

    private void readRow(SmallTable.Row row) {
        int width = columns.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        if (columns.getOrDefault(ChartFile.NAME_NB, 0) >= row.cells().size()
                || row.cells().size() > WIDEST) {
            fault(row.line(), "", Kind.CELLS, Integer.toString(row.cells().size()), Integer.toString(width));
            return;
        }
        Map<String, String> cells = new HashMap<>();
        columns.forEach((column, field) -> {
            if (field < row.cells().size()) { // spreadsheets leave out empty cells at the end
                cells.put(column, ChartFile.value(row.cells().get(field).strip()));
            }
        });
        String digits = cells.getOrDefault(ChartFile.ACCOUNT, "");
        if (!AccountCode.isCode(digits)) {
            fault(row.line(), ChartFile.ACCOUNT, Kind.ACCOUNT, digits);
            return;
        }
        checkCells(row.line(), cells);
        AccountCode code = new AccountCode(digits);
        if (rows.size() == MOST_ACCOUNTS) {
            fault(row.line(), "", Kind.TOO_LONG, Integer.toString(MOST_ACCOUNTS));
        } else if (rows.putIfAbsent(code, new Row(row.line(), code, cells)) != null) {
            fault(row.line(), ChartFile.ACCOUNT, Kind.ACCOUNT_TWICE, digits);
        }
    }

    private void checkCells(long line, Map<String, String> cells) {
        String relation = cells.getOrDefault(ChartFile.RELATION, "");
        if (!relation.isEmpty() && DimensionType.of(relation).isEmpty()) {
            fault(line, ChartFile.RELATION, Kind.RELATION_TYPE, relation);
        }
        String taxCode = cells.getOrDefault(ChartFile.TAX_CODE, "");
        if (!taxCode.isEmpty() && TaxCode.of(taxCode).isEmpty()) {
            fault(line, ChartFile.TAX_CODE, Kind.TAX_CODE, taxCode);
        }
        String active = cells.getOrDefault(ChartFile.ACTIVE, "yes");
        if (!Set.of("", "yes", "no", "ja", "nei", "true", "false").contains(active)) {
            fault(line, ChartFile.ACTIVE, Kind.ACTIVE, active);
        }
    }

    private void fault(long line, String column, Kind kind, String... facts) {
        faults.add(ChartFault.of(line, column, kind, facts));
    }
}
