package no.avstemt.web.http;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/** On every answer, errors too. A page runs no script and loads nothing but what we serve ourselves. */
final class SafetyHeaders {

    static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    private SafetyHeaders() {}

    static void put(HttpServletResponse response) {
        ALL.forEach(response::setHeader);
    }
}
