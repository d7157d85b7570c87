package no.avstemt.web.entry;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts and rates as people type them: {@code 1 234,50}, {@code 1234.5}, {@code 1.234,50}, {@code 1,234.50}. */
final class TypedAmount {

    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,15})(?:[.,]([0-9]{1,2}))?");
    private static final Pattern GROUPED =
            Pattern.compile("[0-9]{1,3}(?:([.,])[0-9]{3})(?:\\1[0-9]{3})*(?!\\1)[.,][0-9]{1,2}");
    private static final Pattern RATE = Pattern.compile("[0-9]{1,6}(?:[.,][0-9]{1,8})?");

    private TypedAmount() {}

    /** Minor units, never negative; empty for what is no amount. */
    static Optional<Long> minor(String typed) {
        Matcher matcher = AMOUNT.matcher(plain(typed));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String decimals = matcher.group(2) == null ? "" : matcher.group(2);
        return Optional.of(Long.parseLong(matcher.group(1)) * 100 + Long.parseLong((decimals + "00").substring(0, 2)));
    }

    private static String plain(String typed) {
        String dense = typed.replaceAll("[\\s\\u00A0\\u202F]", "");
        if (!GROUPED.matcher(dense).matches()) {
            return dense;
        }
        int point = Math.max(dense.lastIndexOf('.'), dense.lastIndexOf(','));
        return dense.substring(0, point).replaceAll("[.,]", "") + dense.substring(point);
    }

    static Optional<BigDecimal> rate(String typed) {
        String dense = typed.replaceAll("[\\s\\u00A0\\u202F]", "");
        return RATE.matcher(dense).matches() ? Optional.of(new BigDecimal(dense.replace(',', '.'))) : Optional.empty();
    }
}
