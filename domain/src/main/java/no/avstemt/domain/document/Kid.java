package no.avstemt.domain.document;

/**
 * The customer identification of a Norwegian payment: 2 to 25 characters, the last a check digit by MOD10 or MOD11; the
 * payee's agreement with its bank decides which.
 */
public final class Kid {

    private Kid() {}

    /** Whether it may be meant as one: digits only, or digits and the dash that MOD11 has for ten. */
    public static boolean isMeant(String text) {
        return text.matches("[0-9]{1,24}[0-9-]");
    }

    public static boolean isValid(String text) {
        return isMeant(text) && (checksByMod10(text) || checksByMod11(text));
    }

    /** From the right every other digit is doubled, the last first, and the digits of it all are added up. */
    static boolean checksByMod10(String kid) {
        int sum = 0;
        for (int place = 0; place < kid.length() - 1; place++) {
            int digit = digitFromRight(kid, place) * (place % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return kid.charAt(kid.length() - 1) == Character.forDigit((10 - sum % 10) % 10, 10);
    }

    /** Weights 2 to 7 from the right, over and over; a check digit of ten is written as a dash. */
    static boolean checksByMod11(String kid) {
        int sum = 0;
        for (int place = 0; place < kid.length() - 1; place++) {
            sum += digitFromRight(kid, place) * (2 + place % 6);
        }
        int check = (11 - sum % 11) % 11;
        return kid.charAt(kid.length() - 1) == (check == 10 ? '-' : Character.forDigit(check, 10));
    }

    /** @param place 0 is right before the check digit */
    private static int digitFromRight(String kid, int place) {
        return kid.charAt(kid.length() - 2 - place) - '0';
    }
}
