package no.avstemt.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the caller would like to get: the media ranges of {@code Accept} with their weights (RFC 9110, 12.5.1). */
record Accept(List<Range> ranges) {

    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
    private static final Pattern RANGE = Pattern.compile("(" + TOKEN + ")/(" + TOKEN + ")((?:\\s*;.*)?)");
    private static final Pattern WEIGHT = Pattern.compile("(?:0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)");
    private static final Pattern PARAMETER = Pattern.compile(TOKEN + "=(?:" + TOKEN + "|\"[^\"]*\")");

    /**
     * @param plain without parameters of the media type; with some it names a special form of what we make, which is taken
     *     for it as long as nothing names it plainly
     * @param weight in thousandths, 0 to 1000
     */
    record Range(String type, String subtype, boolean plain, int weight) {

        boolean covers(String mediaType) {
            return type.equals("*")
                    || mediaType.equals(type + "/" + subtype)
                    || subtype.equals("*") && mediaType.startsWith(type + "/");
        }

        int precision() {
            return type.equals("*") ? 0 : subtype.equals("*") ? 1 : plain ? 3 : 2;
        }
    }

    /**
     * @param header empty when there was none, which takes anything
     * @throws Problem 400 when it is malformed
     */
    static Accept parse(String header) {
        List<Range> ranges = new ArrayList<>();
        for (String part : split(header, ',')) {
            if (!part.isBlank()) {
                ranges.add(parseRange(part.strip()));
            }
        }
        return new Accept(ranges.isEmpty() ? List.of(new Range("*", "*", true, 1000)) : List.copyOf(ranges));
    }

    /** The offered type with the greatest weight, the first of equals; empty when none is acceptable. */
    Optional<String> best(List<String> offered) {
        String best = "";
        int bestWeight = 0;
        for (String mediaType : offered) {
            int weight = weightOf(mediaType);
            if (weight > bestWeight) {
                best = mediaType;
                bestWeight = weight;
            }
        }
        return bestWeight == 0 ? Optional.empty() : Optional.of(best);
    }

    /** What the most precise range that covers it says. */
    private int weightOf(String mediaType) {
        int precision = -1;
        int weight = 0;
        for (Range range : ranges) {
            if (range.covers(mediaType) && range.precision() > precision) {
                precision = range.precision();
                weight = range.weight();
            }
        }
        return weight;
    }

    private static Range parseRange(String text) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches()
                || matcher.group(1).equals("*") && !matcher.group(2).equals("*")) {
            throw Problem.badRequest("error.accept", text);
        }
        int weight = 1000;
        boolean plain = true;
        for (String part : split(matcher.group(3), ';')) {
            String parameter = part.strip().toLowerCase(Locale.ROOT);
            weight = weight(parameter, weight, text);
            plain &= parameter.isEmpty() || parameter.startsWith("q=") || parameter.matches("charset=\"?utf-8\"?");
        }
        return new Range(
                matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2).toLowerCase(Locale.ROOT), plain, weight);
    }

    private static int weight(String parameter, int before, String text) {
        if (parameter.isEmpty()) {
            return before;
        }
        if (!PARAMETER.matcher(parameter).matches()) {
            throw Problem.badRequest("error.accept", text);
        }
        if (!parameter.regionMatches(true, 0, "q=", 0, 2)) {
            return before;
        }
        String value = parameter.substring(2);
        if (!WEIGHT.matcher(value).matches()) {
            throw Problem.badRequest("error.accept", text);
        }
        return thousandths(value);
    }

    /** Where the separator stands outside of quotes. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == separator && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static int thousandths(String value) {
        String digits = (value.replace(".", "") + "000").substring(0, 4);
        return Integer.parseInt(digits);
    }
}
