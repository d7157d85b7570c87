package no.avstemt.application.secret;

import java.util.regex.Pattern;

/** A secret as stored: the version of the form, then nonce and ciphertext in URL-safe base64. Made by {@link Vault}. */
public record SealedSecret(String text) {

    private static final Pattern SHAPE = Pattern.compile("1\\.[A-Za-z0-9_-]{38,}");

    public SealedSecret {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a sealed secret of a form that is known");
        }
    }
}
