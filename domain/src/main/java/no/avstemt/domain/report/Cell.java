package no.avstemt.domain.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.avstemt.domain.time.Period;

/** What stands in one place of a report. */
public sealed interface Cell
        permits Cell.Text,
                Cell.Term,
                Cell.Amount,
                Cell.Day,
                Cell.Count,
                Cell.Factor,
                Cell.Rate,
                Cell.Days,
                Cell.Flag,
                Cell.Values,
                Cell.Facts,
                Cell.Blank {

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

    /** Nothing where there is no value. */
    static <T> Cell of(Optional<T> value, Function<T, Cell> cell) {
        return value.map(cell).orElse(BLANK);
    }

    /** A text of the books, the same in every language. */
    record Text(String text) implements Cell {}

    /** One of our own words, by its text key; the reader's language decides. */
    record Term(String key) implements Cell {}

    /** @param ore the sign is the column's business */
    record Amount(long ore) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    record Count(long number) implements Cell {}

    /** A number that amounts are multiplied by, such as a rate of exchange. */
    record Factor(BigDecimal number) implements Cell {}

    /** @param basisPoints 2500 is 25 % */
    record Rate(int basisPoints) implements Cell {}

    /** @param key of a text with the first and the last day in it */
    record Days(String key, Period period) implements Cell {}

    record Flag(boolean value) implements Cell {}

    /** Any number of dimension values; in JSON an array of objects. */
    record Values(List<Value> values) implements Cell {

        public Values {
            values = List.copyOf(values);
        }
    }

    record Value(String type, long id, String name) {}

    /** Names with their values as a program knows them, which a document says in the reader's words. */
    record Facts(List<Fact> facts) implements Cell {

        public Facts {
            facts = List.copyOf(facts);
        }

        /** As a program reads them. */
        public String text() {
            return facts.stream().map(fact -> fact.name() + ": " + fact.value()).collect(Collectors.joining("; "));
        }
    }

    record Fact(String name, String value) {}

    /** Nothing: {@code null} in JSON. */
    record Blank() implements Cell {}
}
