package no.avstemt.vipps.simulator;

import java.util.Locale;

/** The bodies that an error of Vipps may have (vipps-apis.md 4.1). */
enum ErrorShape {
    REPORT,
    PROBLEM,
    PLATFORM,
    GATEWAY,
    OAUTH,
    EMPTY,
    HTML;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Answer answer(int status, String path) {
        String message = "An error that was asked for";
        return switch (this) {
            case REPORT -> Answer.failure(status, 10001, message);
            case PROBLEM -> Answer.problem(status, "Internal Server Error", message, path);
            case PLATFORM -> Answer.platform(status, "Internal Server Error", message);
            case GATEWAY -> Answer.gateway(status, message);
            case OAUTH -> Answer.oauthError(status, "server_error", message);
            case EMPTY -> Answer.plain(status, "application/json", "");
            case HTML -> Answer.plain(status, "text/html", "<html><body>" + message + "</body></html>");
        };
    }
}
