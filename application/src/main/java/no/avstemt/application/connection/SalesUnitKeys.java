package no.avstemt.application.connection;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the keys of a merchant's own sales unit have beside client id and client secret.
 *
 * @param merchantSerialNumber of the sales unit, which Vipps recommends to send along
 */
public record SalesUnitKeys(String subscriptionKey, Optional<String> merchantSerialNumber) {

    private static final Pattern SUBSCRIPTION_KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern SERIAL_NUMBER = Pattern.compile("[0-9]{4,10}");

    public SalesUnitKeys {
        if (!isSubscriptionKey(subscriptionKey)
                || merchantSerialNumber
                        .filter(number -> !isSerialNumber(number))
                        .isPresent()) {
            throw new IllegalArgumentException("Subscription key or merchant serial number holds odd characters");
        }
    }

    public static boolean isSubscriptionKey(String text) {
        return SUBSCRIPTION_KEY.matcher(text).matches();
    }

    public static boolean isSerialNumber(String text) {
        return SERIAL_NUMBER.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "SalesUnitKeys[" + merchantSerialNumber.orElse("") + "]";
    }
}
