package no.avstemt.application.chart;

import java.util.List;
import java.util.Locale;

/**
 * What is wrong with a line of a chart file.
 *
 * @param line from 1, with the head as the first
 * @param column empty where it is the whole line
 * @param textKey of the sentence that says what is wrong
 * @param facts in the order in which the text names them
 */
public record ChartFault(long line, String column, String textKey, List<String> facts) {

    public ChartFault {
        facts = List.copyOf(facts);
    }

    enum Kind {
        NO_HEAD,
        COLUMN_UNKNOWN,
        COLUMN_TWICE,
        COLUMN_MISSING,
        CELLS,
        ACCOUNT,
        ACCOUNT_TWICE,
        RELATION_TYPE,
        TAX_CODE,
        ACTIVE,
        EMPTY,
        TOO_LONG
    }

    static ChartFault of(long line, String column, Kind kind, String... facts) {
        String key = "chart.file." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new ChartFault(line, column, key, List.of(facts));
    }

    /** What may be wrong with any table. */
    static ChartFault ofTable(long line, String column, String textKey) {
        return new ChartFault(line, column, textKey, List.of());
    }

    static ChartFault of(long line, ChartRefused refused) {
        return new ChartFault(line, refused.reason().field(), refused.reason().textKey(), refused.facts());
    }
}
