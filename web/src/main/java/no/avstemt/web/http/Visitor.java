package no.avstemt.web.http;

import java.util.Optional;
import no.avstemt.application.access.Authenticate.SignedIn;
import no.avstemt.application.access.Caller;
import no.avstemt.application.access.Language;

/**
 * Who sent a request, as far as it shows.
 *
 * @param signedIn in a browser
 * @param caller in a browser or with a key; empty when nobody is known
 */
record Visitor(Optional<SignedIn> signedIn, Optional<Caller> caller, Language language) {

    static Visitor inBrowser(SignedIn signedIn, Language language) {
        return new Visitor(Optional.of(signedIn), Optional.of(signedIn.caller()), language);
    }

    static Visitor withKey(Caller caller, Language language) {
        return new Visitor(Optional.empty(), Optional.of(caller), language);
    }

    static Visitor unknown(Language language) {
        return new Visitor(Optional.empty(), Optional.empty(), language);
    }
}
