package no.avstemt.application.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing a report can be asked for, by its name in the API.
 *
 * @param choices every value it can take when they can be listed, else empty
 * @param whenMissing empty when it must be given
 * @param parse empty for what is not allowed
 * @param write the one text that each value has, so that equal questions have equal seals
 */
public record Parameter<T>(
        String name,
        Kind kind,
        List<String> choices,
        Optional<T> whenMissing,
        Function<String, Optional<T>> parse,
        Function<T, String> write) {

    public enum Kind {
        DAY,
        FLAG,
        ACCOUNT_CODES,
        TAX_CODES,
        DIMENSIONS,
        DIMENSION_TYPE,
        SEARCH,
        CHOICE,
        ID,
        PAGE,
        PER_PAGE
    }

    public Parameter {
        choices = List.copyOf(choices);
    }

    public boolean isRequired() {
        return whenMissing.isEmpty();
    }
}
