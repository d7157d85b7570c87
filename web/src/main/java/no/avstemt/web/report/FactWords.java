package no.avstemt.web.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.avstemt.domain.report.Cell.Fact;
import no.avstemt.domain.report.Cell.Facts;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/**
 * What the processing history says of an event, as an accountant reads it: fields by their names, days, choices and yes or
 * no as elsewhere. What there is no word for stands as it was stored.
 */
record FactWords(Texts texts, Formats formats) {

    /** {@code line 3} and {@code numbers 2026}. */
    private static final Pattern NUMBERED = Pattern.compile("(line|numbers) ([0-9]+)");

    /** Account, kroner, and the tax code after a comma where there is one. */
    private static final Pattern LINE = Pattern.compile("(\\S+) (-?[0-9]+\\.[0-9]{2})(.*)");

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String NOTHING = "\u2013";

    /** Where the words of a field's choices stand. */
    private static final Map<String, String> CHOICES = Map.ofEntries(
            Map.entry("account_role", "role."),
            Map.entry("active", "history.value."),
            Map.entry("booked_from", "onboarding.bookedFrom."),
            Map.entry("choice", "history.choice."),
            Map.entry("customer", "history.value."),
            Map.entry("document_type", "register.document_type."),
            Map.entry("entry_type", "entryType."),
            Map.entry("granularity", "settings.granularity."),
            Map.entry("language", "language."),
            Map.entry("personal_data", "history.value."),
            Map.entry("relation_type", "dimension."),
            Map.entry("state", "period.state."),
            Map.entry("supplier", "history.value."),
            Map.entry("type", "dimension."),
            Map.entry("types", "dimension."),
            Map.entry("vat_registered", "history.value."),
            Map.entry("vat_term", "client.vatTerm."));

    String text(Facts facts) {
        return facts.facts().stream()
                .map(fact -> name(fact.name()) + ": " + value(fact))
                .collect(Collectors.joining("; "));
    }

    private String name(String name) {
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            return texts.get("history.field." + numbered.group(1), numbered.group(2));
        }
        String first = first(name);
        String key = "history.field." + first;
        return texts.has(key)
                ? texts.get(key) + name.substring(first.length())
                : day(name).orElse(name);
    }

    /** A field may be of one of several, which is named after it: {@code booked_from NO:57860}. */
    private static String first(String name) {
        return name.split(" ", 2)[0];
    }

    private String value(Fact fact) {
        String value = fact.value();
        String choices = CHOICES.get(first(fact.name()));
        if (value.isEmpty()) {
            return NOTHING;
        } else if (choices != null) {
            return Arrays.stream(value.split(", "))
                    .map(choice -> texts.has(choices + choice) ? texts.get(choices + choice) : choice)
                    .collect(Collectors.joining(", "));
        } else if (fact.name().equals("fiscal_year_start") && value.matches("[1-9]|1[0-2]")) {
            return formats.monthName(Integer.parseInt(value));
        }
        Matcher line = LINE.matcher(value);
        return NUMBERED.matcher(fact.name()).matches() && line.matches()
                ? line.group(1) + " " + amount(line.group(2)) + line.group(3)
                : day(value).orElse(value);
    }

    private String amount(String kroner) {
        return formats.amount(new BigDecimal(kroner).movePointRight(2).longValueExact());
    }

    private Optional<String> day(String text) {
        if (!DAY.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(formats.date(LocalDate.parse(text)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
