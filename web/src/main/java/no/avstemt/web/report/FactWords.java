package no.avstemt.web.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.avstemt.domain.report.Cell;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.IsoDay;
import no.avstemt.web.text.Texts;

/**
 * What the processing history tells of something, in the reader's words. What has no word of its own, such as the number of
 * a sales unit, stands as it was kept.
 */
record FactWords(Texts texts, Formats formats) {

    /** Where the words for the values of a fact stand. */
    private static final Map<String, String> VALUES = Map.of(
            "state", "period.state.",
            "granularity", "settings.granularity.",
            "vat_term", "onboarding.vatTerm.",
            "choice", "dispute.choice.",
            "language", "language.",
            "type", "dimension.",
            "relation_type", "relation.",
            "document_type", "register.document_type.",
            "account_role", "role.",
            "booked_from", "onboarding.bookedFrom.");

    private static final Pattern FIGURE = Pattern.compile("-?[0-9]+\\.[0-9]+");

    String told(List<Cell.Fact> facts) {
        return facts.stream()
                .map(fact -> name(fact.name()) + ": " + value(fact))
                .collect(Collectors.joining("; "));
    }

    /** A name may be of one of several: {@code line 2}. */
    private String name(String name) {
        String[] words = name.split(" ", 2);
        String key = "audit.fact." + words[0];
        if (!texts.has(key)) {
            return day(name);
        }
        return words.length == 1 ? texts.get(key) : texts.get(key) + " " + words[1];
    }

    private String value(Cell.Fact fact) {
        String value = fact.value();
        String first = fact.name().split(" ", 2)[0];
        String key = VALUES.getOrDefault(first, "audit.value.") + value;
        if (value.isEmpty()) {
            return "–";
        } else if (first.equals("line")) {
            return FIGURE.matcher(value).replaceAll(found -> amount(found.group()));
        } else if (IsoDay.parse(first).isPresent()) {
            return FIGURE.matcher(value).replaceAll(found -> formats.decimal(new BigDecimal(found.group())));
        }
        return texts.has(key) ? texts.get(key) : day(value);
    }

    private String amount(String kroner) {
        return formats.amount(new BigDecimal(kroner).movePointRight(2).longValueExact());
    }

    private String day(String text) {
        return IsoDay.parse(text).map(formats::date).orElse(text);
    }
}
