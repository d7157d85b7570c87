package no.avstemt.vipps.simulator;

import java.util.List;
import java.util.Locale;

/** What can go wrong on demand, and which members of its own a fault of this kind may have. */
enum FaultKind {
    EXPIRED_TOKEN("401, and the token that was used is worth nothing from then on"),
    UNAUTHORIZED("401, whatever the token"),
    TOO_MANY_REQUESTS("429 in the gateway's shape, with Retry-After (seconds) if retry_after is given", "retry_after"),
    SERVER_ERROR(
            "500, or another status of 500 to 599, in the shape report, problem, platform, gateway, oauth, empty or"
                    + " html",
            "status",
            "shape"),
    SLOW("the right answer, but a little at a time over so many seconds (90)", "seconds"),
    CUT_BODY("half of the right answer, then the connection is closed"),
    REPEATED_PAGE("the page before once more instead of the one that the cursor asks for"),
    WRONG_JSON("the right answer, broken off in the middle, as if it were all"),
    LARGE_BODY("the right answer with blanks after it, so many megabytes in all (10)", "megabytes"),
    NO_SUCH_LEDGER("404 No such ledgerId, while the ledger stays in the list");

    private final String meaning;
    private final List<String> members;

    FaultKind(String meaning, String... members) {
        this.meaning = meaning;
        this.members = List.of(members);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String meaning() {
        return meaning;
    }

    List<String> members() {
        return members;
    }
}
