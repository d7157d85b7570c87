package no.avstemt.web.period;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.period.ChangePeriod;
import no.avstemt.application.period.PeriodOutcome;
import no.avstemt.application.period.PeriodOutcome.Done;
import no.avstemt.application.period.PeriodOutcome.Refused;
import no.avstemt.application.period.PeriodOutcome.Unmet;
import no.avstemt.application.period.PeriodOutcome.Why;
import no.avstemt.application.period.ShowPeriods;
import no.avstemt.application.period.ShowPeriods.Picture;
import no.avstemt.application.period.ShowPeriods.Year;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Faults;

/** The months of one client account, a month's checklist, and the buttons that hold, close and open it. */
public final class PeriodPages {

    private static final String PATH = "/periods";

    private static final Param<Optional<Long>> YEAR = Param.optional("year", Months.YEAR);
    private static final Param<Optional<YearMonth>> SHOWN = Param.optional("month", Months.TYPE);
    private static final Param<YearMonth> MONTH =
            Param.required("month", Months.TYPE).inForm();
    private static final Param<String> REASON =
            Param.withDefault("reason", ParamType.anyText(500), "").inForm();
    private static final Param<Boolean> WITH_EARLIER =
            Param.withDefault("with_earlier", ParamType.flag(), "false").inForm();

    private final ShowPeriods showPeriods;
    private final ChangePeriod changePeriod;
    private final ClientFrames frames;

    public PeriodPages(ShowPeriods showPeriods, ChangePeriod changePeriod, ClientFrames frames) {
        this.showPeriods = showPeriods;
        this.changePeriod = changePeriod;
        this.frames = frames;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH)
                        .toReaders()
                        .ofClient()
                        .takes(YEAR, SHOWN)
                        .answers(RouteDraft.HTML)
                        .says("The months of a fiscal year, and what is missing in one of them.")
                        .by(this::show),
                change("hold", "Holds a month.")
                        .by(request -> changed(
                                request,
                                changePeriod.hold(request.client(), request.get(MONTH), by(request), reason(request)))),
                change("close", "Closes a month.").takes(WITH_EARLIER).by(this::close),
                change("reopen", "Opens a month again.")
                        .by(request -> changed(
                                request,
                                changePeriod.reopen(
                                        request.client(), request.get(MONTH), request.caller(), reason(request)))));
    }

    private static RouteDraft change(String name, String says) {
        return Route.post(PATH + "/" + name)
                .toWriters()
                .ofClient()
                .takes(MONTH, REASON)
                .answers(RouteDraft.HTML)
                .says(says);
    }

    private Reply close(Request request) {
        return changed(
                request,
                changePeriod.close(
                        request.client(), request.get(MONTH), by(request), reason(request), request.get(WITH_EARLIER)));
    }

    private Reply show(Request request) {
        Optional<YearMonth> asked = request.get(SHOWN);
        int year = request.get(YEAR)
                .map(Long::intValue)
                .orElseGet(() -> asked.map(month -> showPeriods.yearOf(request.client(), month))
                        .orElseGet(() -> showPeriods.currentYear(request.client())));
        return page(request, 200, year, asked, Faults.none(), "");
    }

    private Reply changed(Request request, PeriodOutcome outcome) {
        YearMonth month = request.get(MONTH);
        int year = showPeriods.yearOf(request.client(), month);
        if (outcome instanceof Done) {
            return Reply.seeOther(
                    Addresses.period(request.client(), year, month).toString());
        }
        Faults faults = Faults.none();
        if (outcome instanceof Refused refused) {
            faults.add(
                    "",
                    request.texts().get(refused.why().key(), request.formats().monthFirst(refused.month())));
        }
        if (outcome instanceof Unmet unmet) {
            unmet.checklists()
                    .forEach(checklist -> faults.add(
                            checklist.month().toString(),
                            request.texts()
                                    .get(
                                            "period.refused.unmet",
                                            request.formats().month(checklist.month()) + ": "
                                                    + UnmetPoints.told(checklist, request.language()))));
        }
        return page(request, status(outcome), year, Optional.of(month), faults, request.get(REASON));
    }

    private Reply page(
            Request request, int status, int number, Optional<YearMonth> asked, Faults faults, String typed) {
        Year year = showPeriods.year(request.client(), number);
        YearMonth month = asked.filter(wanted ->
                        year.months().stream().anyMatch(one -> one.month().equals(wanted)))
                .orElseGet(() -> PeriodSheet.mostUrgent(year));
        Picture picture = showPeriods.month(request.client(), month);
        PeriodSheet sheet = new PeriodSheet(request, year, picture, faults, typed);
        return Reply.page(status, new View("period/periods.jte", sheet.page(frames.frame(request, RailPage.PERIODS))));
    }

    /** Of an outcome that has changed nothing: what one may not do is told from what the months do not allow. */
    static int status(PeriodOutcome outcome) {
        return outcome instanceof Refused refused && refused.why() == Why.NOT_ADMINISTRATOR ? 403 : 409;
    }

    private static Optional<String> reason(Request request) {
        return Optional.of(request.get(REASON));
    }

    private static Actor by(Request request) {
        return Actor.of(request.caller());
    }
}
