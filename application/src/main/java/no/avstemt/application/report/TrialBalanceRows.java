package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.report.Books.AccountBalance;
import no.avstemt.application.report.Books.DimensionValue;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.Grouping;
import no.avstemt.domain.chart.Grouping.Level;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Column.Kind;
import no.avstemt.domain.report.Row;
import no.avstemt.domain.report.TableSink;

/**
 * Joins the chart with balances under the headings of the statements, beside those of another period where that is asked
 * for. Sums cover every balance, also those whose row is left out.
 */
final class TrialBalanceRows {

    private static final List<Column> BEFORE = List.of(
            Column.json("level_1_code", Kind.CODE, "grouping.level_1_code"),
            Column.json("level_1_name", Kind.TEXT, "grouping.level_1_name"),
            Column.json("level_2_code", Kind.CODE, "grouping.level_2_code"),
            Column.json("level_2_name", Kind.TEXT, "grouping.level_2_name"),
            Column.json("level_3_code", Kind.CODE, "grouping.level_3_code"),
            Column.json("level_3_name", Kind.TEXT, "grouping.level_3_name"),
            Column.json("account_id", Kind.COUNT, "account_id"),
            Column.both("account_code", Kind.CODE, "account_code"),
            Column.both("account_name", Kind.TEXT, "account_name"),
            Column.document("relation", Kind.TEXT));

    private static final List<Column> FIGURES = List.of(
            Column.both("incoming_balance", Kind.AMOUNT, "incoming_balance"),
            Column.both("debit", Kind.AMOUNT, "debit"),
            Column.both("credit", Kind.AMOUNT, "credit"),
            Column.both("outgoing_balance", Kind.AMOUNT, "outgoing_balance"));

    private static final List<Column> COMPARED = List.of(
            Column.json("compared_incoming_balance", Kind.AMOUNT, "compared_incoming_balance"),
            Column.json("compared_debit", Kind.AMOUNT, "compared_debit"),
            Column.json("compared_credit", Kind.AMOUNT, "compared_credit"),
            Column.both("compared_outgoing_balance", Kind.AMOUNT, "compared_outgoing_balance"));

    private static final List<Column> AFTER = List.of(
            Column.json("relation_type", Kind.TEXT, "relation_type?"),
            Column.json("relation_id", Kind.COUNT, "relation_id?"),
            Column.json("relation_name", Kind.TEXT, "relation_name?"));

    /** Which rows there are. */
    enum Shown {
        MOVED,
        NOT_ZERO,
        ACTIVE_TOO
    }

    private final String language;
    private final Shown shown;
    private final boolean compared;
    private final Map<Long, Map<Optional<DimensionValue>, Both>> byAccount = new HashMap<>();

    /** @param compared whether each figure stands beside that of another period */
    TrialBalanceRows(String language, Shown shown, boolean compared) {
        this.language = language;
        this.shown = shown;
        this.compared = compared;
    }

    /** @param isRest as {@link StatementTable.Line} says */
    private record Balance(Optional<DimensionValue> value, Both sums, boolean isRest) {}

    /** Of the period asked about, and of the one it is compared with. */
    private record Both(Sums now, Sums then) {

        static final Both ZERO = new Both(Sums.ZERO, Sums.ZERO);

        Both plus(Both other) {
            return new Both(now.plus(other.now), then.plus(other.then));
        }
    }

    static List<Column> columns(boolean compared) {
        List<Column> columns = new ArrayList<>(BEFORE);
        columns.addAll(FIGURES);
        columns.addAll(compared ? COMPARED : List.of());
        columns.addAll(AFTER);
        return columns;
    }

    void add(AccountBalance balance) {
        put(balance, new Both(Sums.of(balance), Sums.ZERO));
    }

    /** Of the period that it is compared with; after all of the other. */
    void addCompared(AccountBalance balance) {
        put(balance, new Both(Sums.ZERO, Sums.of(balance)));
    }

    private void put(AccountBalance balance, Both sums) {
        byAccount
                .computeIfAbsent(balance.accountId(), id -> new LinkedHashMap<>())
                .merge(balance.value(), sums, Both::plus);
    }

    /**
     * @param accounts those asked for, by code
     * @return the sum of everything in the period asked about
     */
    Sums writeTo(List<Account> accounts, TableSink sink) {
        StatementSections<Both> sections =
                new StatementSections<>(sink, Both.ZERO, Both::plus, (level, sums) -> sumRow(sums));
        for (Account account : accounts) {
            Grouping grouping = Grouping.of(account.code());
            List<Level> levels = List.of(grouping.one(), grouping.two());
            for (Balance balance : balances(account)) {
                sections.add(levels, balance.sums(), isShown(account, balance.sums()), () -> row(account, balance));
            }
        }
        if (!byAccount.isEmpty()) {
            throw new IllegalStateException("Balances of accounts that nobody asked for: " + byAccount.keySet());
        }
        Both total = sections.finish();
        sink.total(sumRow(total));
        return total.now();
    }

    /** In their order, with the one about nothing last; nothing where there is none. */
    private List<Balance> balances(Account account) {
        Map<Optional<DimensionValue>, Both> sums =
                Optional.ofNullable(byAccount.remove(account.id())).orElse(Map.of(Optional.empty(), Both.ZERO));
        List<Balance> balances = new ArrayList<>();
        sums.forEach((value, both) -> balances.add(new Balance(value, both, value.isEmpty() && sums.size() > 1)));
        balances.sort(Comparator.comparing(balance -> balance.value().isEmpty()));
        return balances;
    }

    private boolean isShown(Account account, Both sums) {
        boolean isZero = sums.now().isZero() && sums.then().isZero();
        return switch (shown) {
            case MOVED -> sums.now().hasMovement() || sums.then().hasMovement();
            case NOT_ZERO -> !isZero;
            case ACTIVE_TOO -> account.active() || !isZero;
        };
    }

    private Row row(Account account, Balance balance) {
        Grouping grouping = Grouping.of(account.code());
        Optional<DimensionValue> value = balance.value();
        Cell name = Cell.of(value, about -> Cell.text(about.name()));
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.text(grouping.one().code()),
                new Cell.Term(grouping.one().nameKey()),
                Cell.text(grouping.two().code()),
                new Cell.Term(grouping.two().nameKey()),
                Cell.text(grouping.three().code()),
                new Cell.Term(grouping.three().nameKey()),
                Cell.count(account.id()),
                Cell.text(account.code().digits()),
                Cell.text(account.name(language)),
                name));
        cells.addAll(figures(balance.sums()));
        cells.add(Cell.of(value, about -> Cell.text(about.type().apiName())));
        cells.add(Cell.of(value, about -> Cell.count(about.id())));
        cells.add(name);
        return new Row(cells, StatementTable.target(account, value, balance.isRest()));
    }

    private Row sumRow(Both sums) {
        List<Cell> cells = new ArrayList<>(Collections.nCopies(BEFORE.size(), Cell.BLANK));
        cells.addAll(figures(sums));
        cells.addAll(Collections.nCopies(AFTER.size(), Cell.BLANK));
        return new Row(cells, Optional.empty());
    }

    private List<Cell> figures(Both sums) {
        List<Cell> cells = new ArrayList<>(figures(sums.now()));
        cells.addAll(compared ? figures(sums.then()) : List.of());
        return cells;
    }

    private static List<Cell> figures(Sums sums) {
        return List.of(
                Cell.amount(sums.incoming()),
                Cell.amount(sums.debit()),
                Cell.amount(sums.credit()),
                Cell.amount(sums.outgoing()));
    }
}
