package no.avstemt.domain.posting;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.TaxCode;

/**
 * Where what is sold under a category of the merchant's is booked.
 *
 * @param category of a sale or of one of its lines, which goes first; upper and lower case are the same
 * @param unit number of the only sales unit that it is for
 * @param taxCode none: on an account of the balance sheet there is no tax, on one of the result it is the line's own
 * @param to the last day
 */
public record CategoryRule(
        String category,
        Optional<String> unit,
        AccountCode account,
        Optional<TaxCode> taxCode,
        LocalDate from,
        Optional<LocalDate> to) {

    public CategoryRule {
        category = category.strip();
        if (category.isEmpty()) {
            throw new IllegalArgumentException("A rule is for a category");
        }
        if (to.filter(from::isAfter).isPresent()) {
            throw new IllegalArgumentException("A rule ends on " + to.orElseThrow() + ", before " + from);
        }
    }

    /** What is the same category has the same key. */
    public static String key(String category) {
        return category.strip().toLowerCase(Locale.ROOT);
    }

    boolean isFor(String sold, String unitNumber, LocalDate day) {
        return key(category).equals(key(sold))
                && unit.map(unitNumber::equals).orElse(true)
                && !day.isBefore(from)
                && to.filter(day::isAfter).isEmpty();
    }
}
