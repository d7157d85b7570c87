package no.avstemt.vipps.simulator;

import java.time.Clock;
import java.util.List;

/**
 * Vipps's paths, where faults may strike, and {@code /_balances}, {@code /_planted} and {@code /_control} of our own. All
 * but tokens and our own need a token.
 */
final class Routes {
    private final World world;
    private final AccountingKey key;
    private final Ledgers ledgers;
    private final LedgerPages ledgerPages;
    private final Clock clock;
    private final Faults faults;
    private final Control control;

    Routes(World world, AccountingKey key, Ledgers ledgers, Clock clock) {
        this.world = world;
        this.clock = clock;
        this.key = key;
        this.ledgers = ledgers;
        ledgerPages = new LedgerPages(ledgers);
        faults = new Faults(key);
        control = new Control(faults, ledgers);
    }

    Answer answer(Request request) {
        if (request.isAt("_control")) {
            return control.answer(request);
        }
        if (request.method().equals("GET") && isExactly(request, "_balances")) {
            return ledgerPages.balances();
        }
        if (request.method().equals("GET") && isExactly(request, "_planted")) {
            return ledgerPages.planted(Oslo.date(clock.instant()));
        }
        return faults.answer(request, () -> ofVipps(request));
    }

    private Answer ofVipps(Request request) {
        boolean forToken =
                isExactly(request, "miami", "v1", "token") || isExactly(request, "authentication", "v1", "token");
        if (!request.method().equals(forToken ? "POST" : "GET")) {
            throw Refused.wrongMethod(request.path());
        }
        return forToken ? key.token(request) : withToken(request);
    }

    private Answer withToken(Request request) {
        key.requireToken(request);
        if (isExactly(request, "settlement", "v1", "ledgers")) {
            return ledgerPages.list(request);
        }
        if (request.isAt("report", "v2", "ledgers")) {
            return report(request);
        }
        if (request.isAt("sales", "report", "v1", "ledgers")) {
            return sales(request);
        }
        throw Refused.noSuchPath(request.path());
    }

    /** {@code report v2 ledgers <id> <topic> feed}, or {@code … dates <date>}. */
    private Answer report(Request request) {
        int size = request.segments().size();
        boolean feed = size == 6 && request.segments().get(5).equals("feed");
        boolean byDate = size == 7 && request.segments().get(5).equals("dates");
        if (!feed && !byDate) {
            throw Refused.noSuchPath(request.path());
        }
        boolean personal = request.parameter("includeGDPRSensitiveData")
                .filter("true"::equals)
                .isPresent();
        ReportPages pages = new ReportPages(world, ledger(request, 3), topic(request, 4), personal);
        return feed
                ? pages.feed(request.parameter("cursor"))
                : pages.byDate(request.date(6), request.parameter("cursor"));
    }

    /** {@code sales report v1 ledgers <id>}, and after it nothing, or one of three words and what to look for. */
    private Answer sales(Request request) {
        int size = request.segments().size();
        if (size != 5 && size != 7) {
            throw Refused.noSuchPath(request.path());
        }
        SalesPages pages = new SalesPages(world, ledger(request, 4), request.parameter("pageSize"));
        return size == 5 ? pages.feed(request.parameter("cursor")) : someSales(pages, request);
    }

    private static Answer someSales(SalesPages pages, Request request) {
        String wanted = request.segments().get(6);
        return switch (request.segments().get(5)) {
            case "dates" -> pages.byDate(request.date(6), request.parameter("cursor"));
            case "references" -> pages.byReference(wanted, request.path());
            case "psp-references" -> pages.byPspReference(wanted, request.path());
            default -> throw Refused.noSuchPath(request.path());
        };
    }

    private Ledger ledger(Request request, int segment) {
        return ledgers.told(request.segments().get(segment)).orElseThrow(() -> Refused.noSuchLedger(request.path()));
    }

    private static Topic topic(Request request, int segment) {
        return switch (request.segments().get(segment)) {
            case "funds" -> Topic.FUNDS;
            case "fees" -> Topic.FEES;
            default -> throw Refused.noSuchPath(request.path());
        };
    }

    private static boolean isExactly(Request request, String... path) {
        return request.segments().equals(List.of(path));
    }
}
