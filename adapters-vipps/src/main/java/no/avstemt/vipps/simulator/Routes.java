package no.avstemt.vipps.simulator;

import java.time.Clock;
import java.util.List;

/**
 * Vipps's paths, where faults may strike, and {@code /_balances}, {@code /_planted} and {@code /_control} of our own. All
 * but tokens and our own need a token.
 */
final class Routes {
    private final World world;
    private final Keys keys;
    private final Ledgers ledgers;
    private final Scenario scenario;
    private final LedgerPages ledgerPages;
    private final Clock clock;
    private final Faults faults;
    private final Shapes shapes;
    private final Control control;
    private final Knobs knobs = new Knobs();

    Routes(World world, Keys keys, Ledgers ledgers, Scenario scenario, Clock clock) {
        this.world = world;
        this.clock = clock;
        this.keys = keys;
        this.ledgers = ledgers;
        this.scenario = scenario;
        ledgerPages = new LedgerPages(ledgers, scenario);
        faults = new Faults(keys);
        shapes = new Shapes(knobs);
        control = new Control(faults, ledgers, scenario, keys, knobs);
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
        return faults.answer(request, () -> shapes.answer(request, () -> ofVipps(request)));
    }

    private Answer ofVipps(Request request) {
        boolean standard = Keys.isStandardPath(request);
        boolean special =
                isExactly(request, "miami", "v1", "token") || isExactly(request, "authentication", "v1", "token");
        if (!request.method().equals(standard || special ? "POST" : "GET")) {
            throw Refused.wrongMethod(request.path());
        }
        if (standard) {
            return keys.standard(request);
        }
        return special ? keys.special(request) : withToken(request, keys.caller(request));
    }

    private Answer withToken(Request request, KeySet caller) {
        boolean list = isExactly(request, "settlement", "v1", "ledgers");
        boolean report = request.isAt("report", "v2", "ledgers");
        boolean sales = request.isAt("sales", "report", "v1", "ledgers");
        if (!list && !report && !sales) {
            throw Refused.noSuchPath(request.path());
        }
        if (sales ? !caller.kind().opensSales() : !caller.kind().opensReports()) {
            throw Refused.forbidden(caller.kind(), request.path());
        }
        if (list) {
            return ledgerPages.list(request, caller);
        }
        return report ? report(request, caller) : sales(request, caller);
    }

    /** {@code report v2 ledgers <id> <topic> feed}, or {@code … dates <date>}. */
    private Answer report(Request request, KeySet caller) {
        int size = request.segments().size();
        boolean feed = size == 6 && request.segments().get(5).equals("feed");
        boolean byDate = size == 7 && request.segments().get(5).equals("dates");
        if (!feed && !byDate) {
            throw Refused.noSuchPath(request.path());
        }
        boolean personal = request.parameter("includeGDPRSensitiveData")
                .filter("true"::equals)
                .isPresent();
        Topic topic = topic(request, 4);
        ReportAnswers pages = scenario.seenWith(caller, request.segments().get(3))
                .<ReportAnswers>map(
                        told -> new ScenarioPages(world, ledgers.until(), told, topic, personal, ReportPages.PAGE))
                .orElseGet(() -> new ReportPages(world, ledger(request, 3, caller), topic, personal, knobs));
        return feed
                ? pages.feed(request.parameter("cursor"))
                : pages.byDate(request.date(6), request.parameter("cursor"));
    }

    /** {@code sales report v1 ledgers <id>}, and after it nothing, or one of three words and what to look for. */
    private Answer sales(Request request, KeySet caller) {
        int size = request.segments().size();
        if (size != 5 && size != 7) {
            throw Refused.noSuchPath(request.path());
        }
        int pageSize = SalesPages.pageSize(request);
        ReportAnswers.OfSales pages = scenario.seenWith(
                        caller, request.segments().get(4))
                .<ReportAnswers.OfSales>map(
                        told -> new ScenarioPages(world, ledgers.until(), told, Topic.SALES, false, pageSize))
                .orElseGet(() -> new SalesPages(world, ledger(request, 4, caller), pageSize));
        return size == 5 ? pages.feed(request.parameter("cursor")) : someSales(pages, request);
    }

    private static Answer someSales(ReportAnswers.OfSales pages, Request request) {
        String wanted = request.segments().get(6);
        return switch (request.segments().get(5)) {
            case "dates" -> pages.byDate(request.date(6), request.parameter("cursor"));
            case "references" -> pages.byReference(wanted, request.path());
            case "psp-references" -> pages.byPspReference(wanted, request.path());
            default -> throw Refused.noSuchPath(request.path());
        };
    }

    private Ledger ledger(Request request, int segment, KeySet caller) {
        return ledgers.told(request.segments().get(segment), caller)
                .orElseThrow(() -> Refused.noSuchLedger(request.path()));
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
