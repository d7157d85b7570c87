package no.avstemt.web.period;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.text.Message;

/** Months in addresses and JSON: {@code 2026-03}, between 1900 and 2199. */
public final class Months {

    public static final ParamType<YearMonth> TYPE =
            new ParamType<>("string", "month", List.of(), Message.of("param.month"), Months::parse);

    static final ParamType<Long> YEAR = ParamType.number(1900, 2199);

    private Months() {}

    static Optional<YearMonth> parse(String text) {
        if (!text.matches("(19|20|21)[0-9]{2}-[0-9]{2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
