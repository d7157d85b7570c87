package no.avstemt.application.currency;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.csv.CellText;
import no.avstemt.application.csv.SmallTable;
import no.avstemt.domain.currency.ExchangeRate;
import no.avstemt.domain.money.Money;

/**
 * Exchange rates as a file tells them, by the names of its columns: Norges Bank's own series ({@code BASE_CUR, QUOTE_CUR,
 * UNIT_MULT, TIME_PERIOD, OBS_VALUE}, where the multiplier is a power of ten; data.norges-bank.no, EXR), or {@code currency,
 * date, rate, units}. Semicolons, commas or tabs between them, a comma or a point before the decimals.
 */
public final class RateFile {

    /** More than all currencies of Norges Bank for a year. */
    public static final int MOST_ROWS = 20_000;

    private static final List<String> CURRENCY = List.of("base_cur", "currency", "valuta");
    private static final List<String> QUOTE = List.of("quote_cur");
    private static final List<String> DATE = List.of("time_period", "date", "dato");
    private static final List<String> RATE = List.of("obs_value", "rate", "kurs");
    private static final List<String> MULTIPLIER = List.of("unit_mult");
    private static final List<String> UNITS = List.of("units", "enhet", "enheter");
    private static final int MOST_FAULTS = 100;

    private final Map<Key, ExchangeRate> rates = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private record Key(Currency currency, LocalDate date) {}

    private RateFile() {}

    /**
     * @param line of the file, from 1
     * @param column as the file calls it
     * @param textKey of what is wrong, which names the fact
     */
    public record Fault(long line, String column, String textKey, String fact) {}

    public static RateFile read(String text) {
        RateFile file = new RateFile();
        String content = text.startsWith("\ufeff") ? text.substring(1) : text;
        SmallTable table = SmallTable.of(content);
        List<SmallTable.Row> rows = table.rows();
        if (rows.isEmpty()) {
            file.fault(1, "", "rate.file.empty", "");
            return file;
        }
        if (rows.size() > MOST_ROWS + 1) {
            file.fault(MOST_ROWS + 2L, "", "rate.file.long", Integer.toString(MOST_ROWS));
            return file;
        }
        Map<String, Integer> head = new LinkedHashMap<>();
        List<String> names = rows.get(0).cells();
        for (int column = 0; column < names.size(); column++) {
            head.putIfAbsent(names.get(column).strip().toLowerCase(Locale.ROOT), column);
        }
        for (List<String> needed : List.of(CURRENCY, DATE, RATE)) {
            if (needed.stream().noneMatch(head::containsKey)) {
                file.fault(1, needed.get(0).toUpperCase(Locale.ROOT), "rate.file.head", String.join(", ", needed));
            }
        }
        if (file.faults.isEmpty()) {
            table.wholeRows().stream().skip(1).forEach(row -> file.take(head, row));
            table.cutOff()
                    .ifPresent(
                            cut -> file.fault(cut.line(), cut.column().toUpperCase(Locale.ROOT), "table.cutOff", ""));
        }
        return file;
    }

    /** In the order of the file. */
    public List<ExchangeRate> rates() {
        return List.copyOf(rates.values());
    }

    /** The first of them; with any, nothing should be taken. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    private void take(Map<String, Integer> head, SmallTable.Row line) {
        Cells row = new Cells(head, line);
        Optional<Currency> currency = currency(row.text(CURRENCY));
        Optional<LocalDate> date = CellText.date(row.text(DATE));
        Optional<BigDecimal> rate = number(row.text(RATE)).filter(ExchangeRate::isRate);
        Optional<Integer> units = units(row);
        String quoted = row.text(QUOTE);
        boolean inKroner = quoted.isEmpty() || quoted.equalsIgnoreCase(Money.NOK.getCurrencyCode());
        row.check(currency.isPresent(), CURRENCY, "rate.file.currency");
        row.check(inKroner, QUOTE, "rate.file.quote");
        row.check(date.isPresent(), DATE, "rate.file.date");
        row.check(rate.isPresent(), RATE, "rate.file.rate");
        row.check(units.isPresent(), row.has(MULTIPLIER) ? MULTIPLIER : UNITS, "rate.file.units");
        if (currency.isPresent() && date.isPresent() && rate.isPresent() && units.isPresent() && inKroner) {
            ExchangeRate told = new ExchangeRate(currency.get(), date.get(), units.get(), rate.get());
            ExchangeRate before = rates.putIfAbsent(new Key(told.currency(), told.date()), told);
            row.check(before == null || before.equals(told), DATE, "rate.file.twice");
        }
    }

    private static Optional<Integer> units(Cells row) {
        if (row.has(MULTIPLIER)) {
            String power = row.text(MULTIPLIER);
            return power.matches("[0-4]")
                    ? Optional.of(BigDecimal.ONE
                            .scaleByPowerOfTen(Integer.parseInt(power))
                            .intValueExact())
                    : Optional.empty();
        }
        return row.text(UNITS).isEmpty() ? Optional.of(1) : units(row.text(UNITS));
    }

    /** None for what is no number of units that a rate can be for. */
    public static Optional<Integer> units(String text) {
        return text.matches("[0-9]{1,5}")
                ? Optional.of(Integer.parseInt(text)).filter(ExchangeRate::isUnits)
                : Optional.empty();
    }

    /** None for what no rate is kept of. */
    public static Optional<Currency> currency(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .filter(ExchangeRate::isTaken)
                .findFirst();
    }

    /** With a comma or a point before the decimals; none for what is no number. */
    public static Optional<BigDecimal> number(String text) {
        String digits = text.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        return digits.matches("[0-9]{1,9}(\\.[0-9]{1,18})?") ? Optional.of(new BigDecimal(digits)) : Optional.empty();
    }

    private void fault(long line, String column, String textKey, String fact) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(line, column, textKey, fact));
        }
    }

    private final class Cells {

        private final Map<String, Integer> head;
        private final SmallTable.Row row;

        Cells(Map<String, Integer> head, SmallTable.Row row) {
            this.head = head;
            this.row = row;
        }

        boolean has(List<String> names) {
            return names.stream().anyMatch(head::containsKey);
        }

        String text(List<String> names) {
            return names.stream()
                    .filter(head::containsKey)
                    .findFirst()
                    .map(head::get)
                    .filter(column -> column < row.cells().size())
                    .map(column -> row.cells().get(column).strip())
                    .orElse("");
        }

        void check(boolean holds, List<String> names, String textKey) {
            if (!holds) {
                String column =
                        names.stream().filter(head::containsKey).findFirst().orElse(names.get(0));
                fault(row.line(), column.toUpperCase(Locale.ROOT), textKey, text(names));
            }
        }
    }
}
