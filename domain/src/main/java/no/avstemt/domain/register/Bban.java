package no.avstemt.domain.register;

import java.util.stream.IntStream;

/** Norwegian bank account numbers: eleven digits, the last a check digit modulo 11 by the weights 5 4 3 2 7 6 5 4 3 2. */
public final class Bban {

    private static final int[] WEIGHTS = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

    private Bban() {}

    /** Without the blanks and dots that people write into it. */
    public static String plain(String text) {
        return text.replaceAll("[\\s.\\u00a0\\u202f]", "");
    }

    public static boolean isNorwegian(String text) {
        return plain(text).matches("[0-9]{11}");
    }

    /** Eleven digits with a check digit that does not fit. Official examples have such numbers too: warn, do not refuse. */
    public static boolean isDoubtful(String text) {
        String digits = plain(text);
        if (!isNorwegian(digits)) {
            return false;
        }
        int sum = IntStream.range(0, 10)
                .map(index -> WEIGHTS[index] * (digits.charAt(index) - '0'))
                .sum();
        return (11 - sum % 11) % 11 != digits.charAt(10) - '0';
    }

    /** {@code 1234 56 78903}; what is not eleven digits stays as it is. */
    public static String shown(String text) {
        String digits = plain(text);
        return isNorwegian(digits)
                ? String.join("\u00a0", digits.substring(0, 4), digits.substring(4, 6), digits.substring(6))
                : text;
    }
}
