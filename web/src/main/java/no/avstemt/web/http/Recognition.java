package no.avstemt.web.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.avstemt.application.access.Authenticate;
import no.avstemt.application.access.Authenticate.SignedIn;
import no.avstemt.application.access.Authenticate.WithKey;
import no.avstemt.application.access.Language;
import no.avstemt.application.access.RateLimit;
import no.avstemt.application.access.RateLimit.Standing;
import no.avstemt.web.text.Message;

/** From cookie or key to visitor. A key is taken under /api only, and a bad key is never mended by a good cookie. */
final class Recognition {

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/=-]{1,200})");

    private final Authenticate authenticate;
    private final RateLimit limit;

    Recognition(Authenticate authenticate, RateLimit limit) {
        this.authenticate = authenticate;
        this.limit = limit;
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
        WithKey known = authenticate.byKey(matcher.group(1)).orElseThrow(Problem::notSignedIn);
        limit.call(known.key()).ifPresent(standing -> tellOrRefuse(standing, ctx));
        return Visitor.withKey(known.caller(), asked(ctx).or(known::language).orElse(Language.NORWEGIAN));
    }

    /** Told on every answer, the refusal included (draft-ietf-httpapi-ratelimit-headers-07, read 2026-11-22). */
    private static void tellOrRefuse(Standing standing, Context ctx) {
        ctx.header("RateLimit-Limit", Integer.toString(standing.limit()));
        ctx.header("RateLimit-Remaining", Integer.toString(standing.left()));
        ctx.header("RateLimit-Reset", Long.toString(wholeSeconds(standing.whole())));
        if (!standing.allowed()) {
            String seconds = Long.toString(Math.max(1, wholeSeconds(standing.waiting())));
            throw new Problem(
                    429,
                    Message.of("error.tooManyCalls", Integer.toString(standing.limit()), seconds),
                    Map.of("Retry-After", seconds));
        }
    }

    private static long wholeSeconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
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
        return asked(ctx).orElse(Language.NORWEGIAN);
    }

    private static Optional<Language> asked(Context ctx) {
        return Optional.ofNullable(ctx.cookie(Cookies.LANGUAGE))
                .flatMap(Language::ofTag)
                .or(() -> AcceptLanguage.known(String.join(",", headers(ctx, "Accept-Language"))));
    }

    static List<String> headers(Context ctx, String name) {
        return Collections.list(ctx.req().getHeaders(name));
    }
}
