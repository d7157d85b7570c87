package no.avstemt.application.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address in lower case, so that one person is one user however the address is typed. */
public record EmailAddress(String value) {

    private static final Pattern SHAPE = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,189}");

    public EmailAddress {
        if (!SHAPE.matcher(value).matches() || !value.equals(value.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("Not an e-mail address in lower case: " + value);
        }
    }

    public static Optional<EmailAddress> parse(String text) {
        String address = text.strip().toLowerCase(Locale.ROOT);
        return SHAPE.matcher(address).matches() ? Optional.of(new EmailAddress(address)) : Optional.empty();
    }
}
