package no.avstemt.web.http;

import java.time.Duration;
import no.avstemt.application.access.Language;
import no.avstemt.application.access.Token;

/** The two cookies of Avstemt, as values of {@code Set-Cookie}. */
public final class Cookies {

    static final String SESSION = "avstemt_session";
    static final String LANGUAGE = "avstemt_language";
    private static final Duration A_YEAR = Duration.ofDays(365);

    private Cookies() {}

    /** Ends with the browser; the server ends it sooner. */
    public static String session(Token cookie, boolean secure) {
        return SESSION + "=" + cookie.text() + attributes(secure);
    }

    public static String noSession(boolean secure) {
        return SESSION + "=; Max-Age=0" + attributes(secure);
    }

    public static String language(Language language, boolean secure) {
        return LANGUAGE + "=" + language.tag() + "; Max-Age=" + A_YEAR.toSeconds() + attributes(secure);
    }

    private static String attributes(boolean secure) {
        return "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }
}
