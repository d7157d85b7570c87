package no.avstemt.web.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.avstemt.application.access.Authenticate;
import no.avstemt.application.access.Authenticate.SignedIn;
import no.avstemt.application.access.Language;

/** From cookie or key to visitor. A key is taken under /api only, and a bad key is never mended by a good cookie. */
final class Recognition {

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/=-]{1,200})");

    private final Authenticate authenticate;

    Recognition(Authenticate authenticate) {
        this.authenticate = authenticate;
    }

    Visitor visitor(Context ctx) {
        List<String> keys = headers(ctx, "Authorization");
        return keys.isEmpty() || !Route.isApi(ctx.path()) ? byCookie(ctx) : byKey(ctx, keys);
    }

    private Visitor byKey(Context ctx, List<String> headers) {
        Matcher matcher = BEARER.matcher(headers.get(0).strip());
        if (headers.size() != 1 || !matcher.matches()) {
            throw Problem.notSignedIn();
        }
        return authenticate
                .byKey(matcher.group(1))
                .map(caller -> Visitor.withKey(caller, language(ctx)))
                .orElseThrow(Problem::notSignedIn);
    }

    private Visitor byCookie(Context ctx) {
        Optional<SignedIn> signedIn = Optional.ofNullable(ctx.cookie(Cookies.SESSION))
                .filter(cookie -> !cookie.isEmpty() && cookie.length() <= 200)
                .flatMap(authenticate::byCookie);
        return signedIn.map(known ->
                        Visitor.inBrowser(known, known.user().language().orElseGet(() -> language(ctx))))
                .orElseGet(() -> Visitor.unknown(language(ctx)));
    }

    /** What was chosen in this browser, else what the browser asks for. */
    static Language language(Context ctx) {
        return Optional.ofNullable(ctx.cookie(Cookies.LANGUAGE))
                .flatMap(Language::ofTag)
                .orElseGet(() -> AcceptLanguage.best(String.join(",", headers(ctx, "Accept-Language"))));
    }

    static List<String> headers(Context ctx, String name) {
        return Collections.list(ctx.req().getHeaders(name));
    }
}
