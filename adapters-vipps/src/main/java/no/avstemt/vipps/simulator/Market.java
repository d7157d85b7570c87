package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Where a merchant sells: its money, its clock, and how Vipps writes its numbers and payouts (vipps-apis.md 5.5, 6.5). */
enum Market {
    NORWAY("NOK", "BBAN:NO", "business:NO:ORG", "Europe/Oslo"),
    DENMARK("DKK", "BBAN:DK", "business:DK:CVR", "Europe/Copenhagen"),
    FINLAND("EUR", "BBAN:FI", "business:FI:Y-tunnus", "Europe/Helsinki");

    private static final int[] WEIGHTS = {7, 3, 1};

    private final String currency;
    private final String bankScheme;
    private final String organisationScheme;
    private final ZoneId zone;

    Market(String currency, String bankScheme, String organisationScheme, String zone) {
        this.currency = currency;
        this.bankScheme = bankScheme;
        this.organisationScheme = organisationScheme;
        this.zone = ZoneId.of(zone);
    }

    String currency() {
        return currency;
    }

    String bankScheme() {
        return bankScheme;
    }

    String organisationScheme() {
        return organisationScheme;
    }

    ZoneId zone() {
        return zone;
    }

    /** What stands on the bank statement: a sentence in Norway, twenty digits of MobilePay's elsewhere. */
    String payoutText(int payoutNumber, String unitNumber, LocalDate date) {
        if (this == NORWAY) {
            return "Utb. " + payoutNumber + " Vippsnr " + unitNumber;
        }
        String day = DateTimeFormatter.ofPattern("ddMMyy", Locale.ROOT).format(date);
        String digits = "02" + "0".repeat(Math.max(0, 8 - unitNumber.length())) + unitNumber + "001" + day;
        return digits + checkDigit(digits);
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += WEIGHTS[i % WEIGHTS.length] * (digits.charAt(digits.length() - 1 - i) - '0');
        }
        return (10 - sum % 10) % 10;
    }
}
