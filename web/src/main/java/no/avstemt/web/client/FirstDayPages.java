package no.avstemt.web.client;

import java.util.List;
import no.avstemt.application.client.FirstDay;
import no.avstemt.application.client.FirstDay.Day;
import no.avstemt.application.client.FirstDay.Side;
import no.avstemt.application.client.ShowFirstDay;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.web.client.FirstDayPage.SideRow;
import no.avstemt.web.client.FirstDayPage.Step;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** Where onboarding ends: a ledger is fetched, its first day is booked, and the books are what Vipps says. */
public final class FirstDayPages {

    private static final Param<String> LEDGER = Param.required(Addresses.LEDGER, ParamType.text(100));

    private final ShowFirstDay showFirstDay;
    private final ClientFrames frames;

    public FirstDayPages(ShowFirstDay showFirstDay, ClientFrames frames) {
        this.showFirstDay = showFirstDay;
        this.frames = frames;
    }

    public List<Route> routes() {
        return List.of(Route.get(Addresses.FIRST_DAY)
                .toReaders()
                .ofClient()
                .takes(LEDGER)
                .answers(RouteDraft.HTML)
                .says("How the first day of a ledger that was taken into use is fetched, booked and reconciled.")
                .by(this::show));
    }

    private Reply show(Request request) {
        if (request.get(LEDGER).isBlank()) {
            throw Problem.notFound();
        }
        FirstDay first = showFirstDay
                .run(request.client(), new LedgerId(request.get(LEDGER)))
                .orElseThrow(Problem::notFound);
        String title = request.texts().get("firstDay.title", first.ledger().value());
        boolean over = first.day().isPresent();
        return Reply.page(new View(
                "client/first-day.jte",
                new FirstDayPage(
                        frames.frame(request, RailPage.OVERVIEW, title, List.of()),
                        title,
                        over ? "" : request.here(),
                        steps(first, request),
                        first.day().map(day -> sides(day, request)).orElse(List.of()),
                        Addresses.client(request.client()).toString())));
    }

    private static List<Step> steps(FirstDay first, Request request) {
        Texts texts = request.texts();
        Formats formats = request.formats();
        String booked = first.day()
                .map(day -> texts.get("firstDay.booked", formats.date(day.date()), formats.count(day.entries())))
                .orElse(texts.get("firstDay.notBooked", formats.date(first.start())));
        String ledger = first.day()
                .map(day -> Addresses.generalLedger(request.client())
                        .with("date_from", day.date())
                        .with("date_to", day.date())
                        .toString())
                .orElse("");
        boolean reconciled = first.day().filter(Day::isReconciled).isPresent();
        String proof = first.day().isEmpty() ? "notYet" : reconciled ? "reconciled" : "differs";
        return List.of(
                new Step(texts.get("firstDay.fetch"), fetched(first, texts, formats), isFetched(first), ""),
                new Step(texts.get("firstDay.book"), booked, first.day().isPresent(), ledger),
                new Step(
                        texts.get("firstDay.prove"),
                        texts.get("firstDay." + proof),
                        reconciled,
                        proof.equals("differs")
                                ? Addresses.findings(request.client()).toString()
                                : ""));
    }

    private static boolean isFetched(FirstDay first) {
        return first.failure().isEmpty()
                && first.fetching().isEmpty()
                && first.bookedTo().isPresent();
    }

    private static String fetched(FirstDay first, Texts texts, Formats formats) {
        String next = first.nextTryAt()
                .map(at -> " " + texts.get("stream.nextTry", formats.dateAndTime(at)))
                .orElse("");
        return first.failure()
                .map(why -> texts.get(why) + next)
                .or(() -> first.fetching().map(going -> FetchingText.of(going, texts, formats)))
                .or(() -> first.bookedTo().map(to -> texts.get("firstDay.fetched", formats.date(to))))
                .orElse(texts.get("firstDay.waits"));
    }

    private static List<SideRow> sides(Day day, Request request) {
        Formats formats = request.formats();
        return day.sides().stream()
                .map(side -> row(side, request.texts(), formats))
                .toList();
    }

    private static SideRow row(Side side, Texts texts, Formats formats) {
        long difference = Math.subtractExact(side.ours(), side.theirs());
        return new SideRow(
                texts.get("stream." + side.topic().vippsName()),
                formats.amount(side.ours()),
                formats.amount(side.theirs()),
                formats.amount(difference),
                difference == 0);
    }
}
