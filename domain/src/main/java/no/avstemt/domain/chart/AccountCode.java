package no.avstemt.domain.chart;

import java.util.regex.Pattern;

/** An account's number in the chart, four to eight digits; the first digit is its class (NS 4102). */
public record AccountCode(String digits) implements Comparable<AccountCode> {

    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{3,7}");

    /** Udisponert resultat: never posted on; reports compute it from the results of years that are not closed. */
    public static final AccountCode UNDISPOSED_RESULT = new AccountCode("2099");

    public AccountCode {
        if (!SHAPE.matcher(digits).matches()) {
            throw new IllegalArgumentException("An account code is four to eight digits from 1000 on, not " + digits);
        }
    }

    public static boolean isCode(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** Whether the account belongs to the result of a year (classes 3 to 8) and not to the balance sheet. */
    public boolean isResult() {
        return digits.charAt(0) >= '3';
    }

    /** The first four digits as a number: what ranges of the statements are told by. */
    public int range() {
        return Integer.parseInt(digits.substring(0, 4));
    }

    @Override
    public int compareTo(AccountCode other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
