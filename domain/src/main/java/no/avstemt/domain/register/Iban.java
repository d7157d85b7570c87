package no.avstemt.domain.register;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * An international bank account number (ISO 13616): country, two check digits modulo 97, and the account's number in its
 * country. A Norwegian one has fifteen characters.
 */
public record Iban(String text) {

    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    private static final int NORWEGIAN_LENGTH = 15;

    public Iban {
        if (!isValid(text)) {
            throw new IllegalArgumentException("Not an IBAN: " + text);
        }
    }

    /** Takes it with or without blanks, in any case; empty when the check digits are wrong. */
    public static Optional<Iban> parse(String text) {
        String plain = text.replaceAll("[\\s\\u00a0\\u202f]", "").toUpperCase(Locale.ROOT);
        return isValid(plain) ? Optional.of(new Iban(plain)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        boolean hasShape = text.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}")
                && (!text.startsWith("NO") || text.length() == NORWEGIAN_LENGTH);
        return hasShape
                && number(text.substring(4) + text.substring(0, 4)).mod(MODULUS).equals(BigInteger.ONE);
    }

    /** Letters count as 10 to 35. */
    private static BigInteger number(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
