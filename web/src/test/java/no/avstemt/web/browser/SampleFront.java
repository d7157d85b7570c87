package no.avstemt.web.browser;

import java.util.ArrayList;
import java.util.List;
import no.avstemt.application.access.Language;
import no.avstemt.web.front.FrontPage;
import no.avstemt.web.front.FrontPage.Choice;
import no.avstemt.web.front.FrontPage.ClientRow;
import no.avstemt.web.front.FrontPage.Head;
import no.avstemt.web.front.FrontPage.NeedsYou;
import no.avstemt.web.front.FrontPage.Progress;
import no.avstemt.web.front.FrontPage.Table;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;
import no.avstemt.web.text.Formats;

/** A made-up morning with everything on it, and one with nothing. */
final class SampleFront {

    private static final String[] NAMES = {
        "Kaffebaren Nord AS",
        "Bryggen Konserter",
        "Fjellgarn Nettbutikk AS",
        "Sørli Frisør og Hudpleie",
        "Tromsø Kajakkutleie AS",
        "Vågen Bokhandel <script>alert(1)</script>",
        "Åsgård Gårdsmat DA"
    };

    private SampleFront() {}

    static FrontPage busy(Request request, Frame frame) {
        boolean nb = request.language() == Language.NORWEGIAN;
        Formats f = request.formats();
        List<ClientRow> rows = new ArrayList<>();
        for (int i = 0; i < NAMES.length; i++) {
            rows.add(row(request, i));
        }
        List<NeedsYou> needs = List.of(
                new NeedsYou(
                        "Sørli Frisør og Hudpleie",
                        nb
                                ? "Utbetaling 2000412 er ikke i banken, ventet fredag 20. november"
                                : "Payout 2000412 is not in the bank, expected Friday 20 November",
                        f.amount(1248000),
                        "/"),
                new NeedsYou(
                        "Bryggen Konserter",
                        nb ? "Ukjent posttype «loyalty-adjustment»" : "Unknown entry type \"loyalty-adjustment\"",
                        f.amount(4200),
                        "/"),
                new NeedsYou(
                        "Bryggen Konserter",
                        nb ? "Saldoen hos Vipps er negativ på 14. dag" : "Negative balance at Vipps for 14 days",
                        f.amount(-87588567),
                        "/"));
        return page(request, frame, needs, rows);
    }

    static FrontPage calm(Request request, Frame frame) {
        return page(request, frame, List.of(), List.of());
    }

    private static FrontPage page(Request request, Frame frame, List<NeedsYou> needs, List<ClientRow> rows) {
        return new FrontPage(
                frame,
                request.texts().get("front.morning", "Kari"),
                request.texts().get("front.reconciledCount", rows.isEmpty() ? "0" : "5", Integer.toString(rows.size())),
                true,
                "",
                request.texts().get("front.waiting.many", "2"),
                "/connections",
                !rows.isEmpty(),
                "",
                "",
                needs,
                Integer.toString(needs.size()),
                "",
                table(request, rows));
    }

    private static Table table(Request request, List<ClientRow> rows) {
        List<Head> heads = new ArrayList<>();
        for (String column : List.of("name", "fetched", "booked", "vipps", "difference", "findings")) {
            String css = switch (column) {
                case "name" -> "";
                case "fetched", "booked" -> "wide-only";
                case "vipps" -> "num wide-only";
                default -> "num";
            };
            heads.add(new Head(
                    Link.to(request.texts().get("front.column." + column), "/?sort=" + column),
                    css,
                    column.equals("name") ? "ascending" : ""));
        }
        return new Table(
                "/",
                "",
                "name",
                "ascending",
                List.of(new Choice("all", request.texts().get("front.show.all"), true)),
                heads,
                rows,
                "",
                request.texts().get("front.noneFound"),
                "",
                rows.isEmpty() ? "" : "/?page=2");
    }

    private static ClientRow row(Request request, int i) {
        boolean nb = request.language() == Language.NORWEGIAN;
        Formats f = request.formats();
        boolean even = i != 1 && i != 3;
        String booked = nb ? "19.11.2026" : "19 Nov 2026";
        return new ClientRow(
                "client-" + i,
                NAMES[i],
                "/reports/trial-balance",
                nb ? "i dag 07:23" : "today 07:23",
                booked,
                f.amount(1823000L * (i + 1) - (i == 1 ? 91234567L : 0)),
                even ? f.amount(0) : f.amount(i == 1 ? 4200 : -1248000),
                even,
                i == 1 ? "2" : i == 3 ? "1" : "",
                "/",
                i == 4
                        ? List.of(
                                new Progress(request.texts().get("fetching.funds", "12.03.2026", booked), "70", "320"))
                        : List.of());
    }
}
