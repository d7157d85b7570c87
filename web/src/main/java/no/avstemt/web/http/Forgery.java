package no.avstemt.web.http;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import no.avstemt.application.access.Session;
import org.jspecify.annotations.Nullable;

/** Refuses what another site makes a browser send in its user's name. */
final class Forgery {

    static final String FIELD = "_csrf";
    private static final String HEADER = "X-CSRF-Token";
    private static final List<String> OWN_SITE = List.of("same-origin", "none");

    private Forgery() {}

    /** Applies without a session too, or another site could sign a browser in under a name of its choice. */
    static void refuseForeignOrigin(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        String origin = ctx.header("Origin");
        boolean foreign = site != null ? !OWN_SITE.contains(site) : origin != null && !sameHost(origin, ctx.host());
        if (foreign) {
            throw new Problem(403, "error.forgery");
        }
    }

    static void refuseWithoutToken(Context ctx, FormData form, Session session) {
        List<String> inForm = form.all(FIELD);
        String header = ctx.header(HEADER);
        String shown = inForm.size() == 1 ? inForm.get(0) : header == null ? "" : header;
        if (!session.csrf().sameAs(shown)) {
            throw new Problem(403, "error.forgery");
        }
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
