package no.avstemt.domain.client;

import java.util.Optional;
import java.util.stream.IntStream;

/** A Norwegian organisation number: nine digits, the last a check digit modulo 11 (brreg.no, read 2026-11-21). */
public record OrgNumber(String digits) {

    private static final int[] WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};

    public OrgNumber {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("Not a Norwegian organisation number: " + digits);
        }
    }

    /** Takes the number with or without blanks; empty when the check digit is wrong. */
    public static Optional<OrgNumber> parse(String text) {
        String digits = text.replaceAll("[\\s\\u00a0\\u202f]", "");
        return isValid(digits) ? Optional.of(new OrgNumber(digits)) : Optional.empty();
    }

    private static boolean isValid(String digits) {
        if (!digits.matches("[0-9]{9}")) {
            return false;
        }
        int sum = IntStream.range(0, 8)
                .map(index -> WEIGHTS[index] * (digits.charAt(index) - '0'))
                .sum();
        int check = (11 - sum % 11) % 11;
        return check == digits.charAt(8) - '0';
    }

    @Override
    public String toString() {
        return digits;
    }
}
