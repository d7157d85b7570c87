package no.avstemt.web.period;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.period.ChangePeriod;
import no.avstemt.application.period.PeriodOutcome;
import no.avstemt.application.period.PeriodOutcome.Refused;
import no.avstemt.application.period.PeriodOutcome.Unmet;
import no.avstemt.application.period.ShowPeriods;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;

/** {@code /api/v2/periods} and {@code /api/v2/vat-terms}. */
public final class PeriodApi {

    private static final String PATH = "/api/v2/periods";

    private static final Param<Optional<Long>> YEAR = Param.optional("year", Months.YEAR)
            .describedAs("The fiscal year, by the calendar year that it begins in; when missing, the current one");
    private static final Param<Optional<Long>> CALENDAR_YEAR = Param.optional("year", Months.YEAR)
            .describedAs("The calendar year that the terms end in; when missing, the current one");
    private static final Param<YearMonth> MONTH =
            Param.required("month", Months.TYPE).inPath();

    private static final Field<Optional<String>> REASON = Field.optional("reason", Kind.text(500));
    private static final Field<Boolean> WITH_EARLIER = Field.withDefault("with_earlier", Kind.flag(), false);
    private static final Shape HOLDING = Shape.of("PeriodHolding", REASON);
    private static final Shape CLOSING = Shape.of("PeriodClosing", REASON, WITH_EARLIER);
    private static final Shape REOPENING = Shape.of("PeriodReopening", REASON);

    private final ShowPeriods showPeriods;
    private final ChangePeriod changePeriod;

    public PeriodApi(ShowPeriods showPeriods, ChangePeriod changePeriod) {
        this.showPeriods = showPeriods;
        this.changePeriod = changePeriod;
    }

    public List<Route> routes() {
        return Stream.concat(reading().stream(), Stream.of(hold(), close(), reopen()))
                .toList();
    }

    private List<Route> reading() {
        return List.of(
                Route.get(PATH)
                        .toReaders()
                        .ofClient()
                        .takes(YEAR)
                        .lists(PeriodShapes.MONTH)
                        .says("The twelve months of a fiscal year, and which of them are open, held or closed.")
                        .by(this::months),
                Route.get(PATH + "/{month}/checklist")
                        .toReaders()
                        .ofClient()
                        .takes(MONTH)
                        .gives(200, PeriodShapes.CHECKLIST)
                        .says("What should be in order before a month is closed, and what was posted in it since it was"
                                + " closed last.")
                        .by(this::checklist),
                Route.get("/api/v2/vat-terms")
                        .toReaders()
                        .ofClient()
                        .takes(CALENDAR_YEAR)
                        .lists(PeriodShapes.TERM)
                        .says("The VAT terms that end in a calendar year, with their due dates; none where the client"
                                + " account is not registered.")
                        .by(this::terms));
    }

    private Route hold() {
        return Route.post(PATH + "/{month}/hold")
                .toWriters()
                .ofClient()
                .takes(MONTH)
                .body(HOLDING)
                .gives(200, PeriodShapes.MONTH)
                .conflicts("the month has not ended, or is held or closed already")
                .says("Holds a month: what is posted in it must say why.")
                .by(request -> changed(
                        request, changePeriod.hold(client(request), month(request), actor(request), reason(request))));
    }

    private Route close() {
        return Route.post(PATH + "/{month}/close")
                .toWriters()
                .ofClient()
                .takes(MONTH)
                .body(CLOSING)
                .gives(200, PeriodShapes.MONTH)
                .conflicts("the month has not ended or is closed already, an earlier one is open (with_earlier"
                        + " closes these too), or a point of the checklist is not met and no reason is given")
                .says("Closes a month: nothing is posted in it any more, nor before it.")
                .by(request -> changed(
                        request,
                        changePeriod.close(
                                client(request),
                                month(request),
                                actor(request),
                                reason(request),
                                request.body().get(WITH_EARLIER))));
    }

    private Route reopen() {
        return Route.post(PATH + "/{month}/reopen")
                .toWriters()
                .ofClient()
                .takes(MONTH)
                .body(REOPENING)
                .gives(200, PeriodShapes.MONTH)
                .conflicts("the month is open already, or it is closed and no reason is given")
                .says("Opens a held month; or a closed one, which only an administrator may, with a reason that is"
                        + " kept.")
                .by(request -> changed(
                        request,
                        changePeriod.reopen(client(request), month(request), request.caller(), reason(request))));
    }

    private Reply months(Request request) {
        int year = request.get(YEAR).map(Long::intValue).orElseGet(() -> showPeriods.currentYear(request.client()));
        return Reply.json(Paged.of(request)
                .envelope(showPeriods.year(request.client(), year).months(), PeriodShapes.MONTH::json));
    }

    private Reply checklist(Request request) {
        return Reply.json(PeriodShapes.CHECKLIST.json(
                new PeriodShapes.Shown(showPeriods.month(request.client(), month(request)), request.language())));
    }

    private Reply terms(Request request) {
        int year = request.get(CALENDAR_YEAR)
                .map(Long::intValue)
                .orElseGet(() -> showPeriods.today().getYear());
        return Reply.json(
                Paged.of(request).envelope(showPeriods.terms(request.client(), year), PeriodShapes.TERM::json));
    }

    private Reply changed(Request request, PeriodOutcome outcome) {
        if (outcome instanceof Refused refused) {
            throw new Problem(
                    PeriodPages.status(outcome),
                    refused.why().key(),
                    refused.month().toString());
        }
        if (outcome instanceof Unmet unmet) {
            throw Problem.conflict("period.refused.unmet", UnmetPoints.told(unmet));
        }
        return Reply.json(PeriodShapes.MONTH.json(
                showPeriods.month(request.client(), month(request)).month()));
    }

    private static ClientAccountId client(Request request) {
        return request.client();
    }

    private static YearMonth month(Request request) {
        return request.get(MONTH);
    }

    private static Optional<String> reason(Request request) {
        return request.body().get(REASON);
    }

    private static Actor actor(Request request) {
        return Actor.of(request.caller());
    }
}
