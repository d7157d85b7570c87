package no.avstemt.domain.report;

import java.time.LocalDate;

/** What stands in one place of a report. */
public sealed interface Cell permits Cell.Text, Cell.Term, Cell.Amount, Cell.Day, Cell.Count, Cell.Blank {

    Blank BLANK = new Blank();

    static Cell text(String text) {
        return new Text(text);
    }

    static Cell amount(long ore) {
        return new Amount(ore);
    }

    static Cell count(long number) {
        return new Count(number);
    }

    /** A text of the books, the same in every language. */
    record Text(String text) implements Cell {}

    /** One of our own words, by its text key; the reader's language decides. */
    record Term(String key) implements Cell {}

    /** @param ore the sign is the column's business */
    record Amount(long ore) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    record Count(long number) implements Cell {}

    /** Nothing: {@code null} in JSON. */
    record Blank() implements Cell {}
}
