package no.avstemt.web.api;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exact numbers out of their digits. What has an exponent, a leading zero or a plus sign is none. */
final class Decimals {

    /** The largest whole number that every JSON library reads exactly. */
    static final long LARGEST = (1L << 53) - 1;

    private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9][0-9]{0,17})");
    private static final Pattern AMOUNT = Pattern.compile("(-?)(0|[1-9][0-9]{0,12})(?:\\.([0-9]{1,2}))?");
    private static final Pattern DECIMAL = Pattern.compile("(0|[1-9][0-9]{0,19})(?:\\.([0-9]{1,20}))?");

    private Decimals() {}

    static Optional<Long> whole(String text) {
        return WHOLE.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    static Optional<Long> ore(String text) {
        Matcher matcher = AMOUNT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String decimals = matcher.group(3) == null ? "" : matcher.group(3);
        long ore = Long.parseLong(matcher.group(2)) * 100 + Long.parseLong((decimals + "00").substring(0, 2));
        return Optional.of(matcher.group(1).isEmpty() ? ore : -ore);
    }

    static Optional<BigDecimal> exact(String text, int digitsBefore, int digitsAfter) {
        Matcher matcher = DECIMAL.matcher(text);
        boolean fits = matcher.matches()
                && matcher.group(1).length() <= digitsBefore
                && (matcher.group(2) == null || matcher.group(2).length() <= digitsAfter);
        return fits ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
