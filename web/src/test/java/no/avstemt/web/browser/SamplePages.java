package no.avstemt.web.browser;

import java.util.ArrayList;
import java.util.List;
import no.avstemt.application.access.Language;
import no.avstemt.web.favourite.FavouriteList;
import no.avstemt.web.http.Frames;
import no.avstemt.web.http.Frames.Surroundings;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;
import no.avstemt.web.report.FigureTable;
import no.avstemt.web.report.FigureTable.Figure;
import no.avstemt.web.report.FigureTable.Head;
import no.avstemt.web.report.FigureTable.Rank;
import no.avstemt.web.report.FigureTable.Row;
import no.avstemt.web.report.NumberedPager;
import no.avstemt.web.report.ReportPage;
import no.avstemt.web.report.ReportPage.Highlight;
import no.avstemt.web.report.Selection;
import no.avstemt.web.report.Selection.Option;
import no.avstemt.web.report.Selection.Part;
import no.avstemt.web.text.Formats;

/** Made-up pages with everything on them that a page can hold. */
final class SamplePages {

    private static final String[][] ACCOUNTS = {
        {"1577", "Vipps, midler til gode", "0", "18423000", "18423000"},
        {"1591", "Vipps, utbetalinger underveis", "2880000", "17999500", "17631500"},
        {"1920", "Driftskonto 1234 56 78903", "104500050", "17631500", "-3250000"},
        {"2700", "Utgående merverdiavgift, høy sats", "-6215000", "0", "-2105000"},
        {"2701", "Utgående merverdiavgift, middels sats", "-1250050", "0", "-810075"},
        {"2992", "Vipps, skyldig gebyr", "0", "411200", "411200"},
        {"3000", "Salg, avgiftspliktig, høy sats", "-88000000", "0", "-8420000"},
        {"3030", "Salg, avgiftspliktig, middels sats", "-21000000", "0", "-5400500"},
        {"7771", "Gebyr Vipps", "2105000", "411200", "0"},
    };

    private final Frames frames;

    SamplePages(Frames frames) {
        this.frames = frames;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/")
                        .toReaders()
                        .answers(RouteDraft.HTML)
                        .says("Front page.")
                        .by(this::front),
                Route.get("/calm")
                        .toReaders()
                        .answers(RouteDraft.HTML)
                        .says("Front page of a new office.")
                        .by(this::calm),
                Route.get("/reports/trial-balance")
                        .toReaders()
                        .answers(RouteDraft.HTML)
                        .says("A report.")
                        .by(request -> report(request, 1)),
                Route.get("/reports/wide")
                        .toReaders()
                        .answers(RouteDraft.HTML)
                        .says("A report by month.")
                        .by(request -> report(request, 4)));
    }

    private Reply front(Request request) {
        boolean nb = request.language() == Language.NORWEGIAN;
        return Reply.page(new View(
                "front/front.jte", SampleFront.busy(request, frame(request, nb ? "Oversikt" : "Overview", ""))));
    }

    private Reply calm(Request request) {
        return Reply.page(new View(
                "front/front.jte",
                SampleFront.calm(request, frame(request, request.texts().get("front.title"), ""))));
    }

    private Reply report(Request request, int times) {
        boolean nb = request.language() == Language.NORWEGIAN;
        ReportPage page = new ReportPage(
                frame(request, nb ? "Saldobalanse" : "Trial balance", "Kaffebaren Nord AS"),
                nb ? "Saldobalanse" : "Trial balance",
                "Kaffebaren Nord AS · " + request.formats().organisationNumber("918713867"),
                selection(request, nb),
                Faults.none(),
                List.of(),
                List.of(),
                List.of(
                        new Highlight(
                                nb ? "Debet i perioden" : "Debit",
                                request.formats().amount(54876400),
                                false),
                        new Highlight(
                                nb ? "Kredit i perioden" : "Credit",
                                request.formats().amount(54876400),
                                false),
                        new Highlight(
                                nb ? "Differanse" : "Difference",
                                request.formats().amount(0),
                                true)),
                table(request, nb, times),
                NumberedPager.NONE,
                List.of(Link.to("Excel", "/"), Link.to("PDF", "/"), Link.to("JSON", "/")),
                List.of(Link.to(nb ? "Hovedbok" : "General ledger", "/")),
                (nb ? "Segl " : "Seal ") + "9f2c 77ab 01d4 5e66",
                new FavouriteList("/favourites", "1", "/", List.of()));
        return Reply.page(new View("report/report.jte", page));
    }

    private static Selection selection(Request request, boolean nb) {
        return new Selection(
                "/reports/trial-balance",
                List.of(
                        Part.hidden("client_account_id", "1"),
                        Part.words(nb ? "Alle kontoer fra" : "All accounts from"),
                        Part.date("date_from", nb ? "Fra dato" : "From date", "2026-01-01"),
                        Part.words(nb ? "til" : "to"),
                        Part.date("date_to", nb ? "Til dato" : "To date", "2026-11-19"),
                        Part.words(nb ? "med" : "with"),
                        Part.choice(
                                "include_zero_movement",
                                nb ? "Kontoer" : "Accounts",
                                List.of(
                                        new Option("false", nb ? "bevegelse" : "movement", true),
                                        new Option("true", nb ? "alle kontoer" : "all accounts", false)))));
    }

    private static FigureTable table(Request request, boolean nb, int times) {
        List<Head> heads = new ArrayList<>();
        heads.add(new Head(nb ? "Konto" : "Account", false));
        for (int i = 0; i < times; i++) {
            heads.add(new Head(nb ? "Inngående" : "Incoming", true));
            heads.add(new Head(nb ? "Debet" : "Debit", true));
            heads.add(new Head(nb ? "Kredit" : "Credit", true));
            heads.add(new Head(nb ? "Utgående" : "Outgoing", true));
        }
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                Rank.GROUP, 1, List.of(Figure.text(nb ? "Eiendeler" : "Assets").over(1 + 4 * times))));
        rows.add(new Row(
                Rank.GROUP,
                2,
                List.of(Figure.text(nb ? "Omløpsmidler" : "Current assets").over(1 + 4 * times))));
        for (String[] account : ACCOUNTS) {
            rows.add(Row.line(figures(request.formats(), account, times)));
            if (account[0].equals("1920")) {
                rows.add(new Row(
                        Rank.SUBTOTAL,
                        1,
                        figures(
                                request.formats(),
                                new String[] {"", nb ? "Sum eiendeler" : "Total", "107380050", "54054000", "32804500"},
                                times)));
                rows.add(new Row(
                        Rank.GROUP,
                        1,
                        List.of(Figure.text(nb ? "Gjeld" : "Liabilities").over(1 + 4 * times))));
            }
        }
        rows.add(new Row(
                Rank.TOTAL,
                0,
                figures(
                        request.formats(),
                        new String[] {"", nb ? "Sum" : "Total", "0", "54876400", "-54876400"},
                        times)));
        return new FigureTable(
                nb ? "Saldobalanse" : "Trial balance",
                heads,
                rows,
                request.texts().get("report.none"));
    }

    private static List<Figure> figures(Formats f, String[] account, int times) {
        long incoming = Long.parseLong(account[2]);
        long debit = Long.parseLong(account[3]);
        long credit = Long.parseLong(account[4]);
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.text((account[0] + " " + account[1]).strip()).linkedTo(account[0].isEmpty() ? "" : "/"));
        for (int i = 0; i < times; i++) {
            for (long ore : new long[] {incoming, debit, credit, incoming + debit + credit}) {
                figures.add(Figure.number(f.statementAmount(ore)).linkedTo(ore == 0 ? "" : "/"));
            }
        }
        return figures;
    }

    private Frame frame(Request request, String title, String client) {
        boolean nb = request.language() == Language.NORWEGIAN;
        boolean front = client.isEmpty();
        List<Link> rail = List.of(
                new Link(nb ? "Oversikt" : "Overview", "/", front),
                new Link(nb ? "Saldobalanse" : "Trial balance", "/reports/trial-balance", !front),
                Link.to(nb ? "Funn" : "Findings", "/"));
        List<Link> crumbs = front
                ? List.of(Link.here(title, "/"))
                : List.of(Link.to(client, "/"), Link.here(title, "/reports/trial-balance"));
        return frames.frame(
                request,
                new Surroundings(
                        title,
                        rail,
                        client,
                        List.of(
                                new Link("Kaffebaren Nord AS", "/reports/trial-balance", !front),
                                Link.to("Bryggen Konserter", "/"),
                                Link.to("Fjellgarn Nettbutikk AS", "/")),
                        crumbs,
                        nb ? "Hentet fra Vipps i dag 07:23" : "Fetched from Vipps today 07:23"));
    }
}
