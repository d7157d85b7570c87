package no.avstemt.web.period;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import no.avstemt.application.access.Language;
import no.avstemt.application.period.Checklist.Point;
import no.avstemt.application.period.PeriodStore.Moved;
import no.avstemt.application.period.PeriodStore.MovedEntry;
import no.avstemt.application.period.PeriodStore.Told;
import no.avstemt.application.period.ShowPeriods.Month;
import no.avstemt.application.period.ShowPeriods.Picture;
import no.avstemt.application.period.ShowPeriods.Term;
import no.avstemt.application.period.ShowPeriods.TermState;
import no.avstemt.application.period.ShowPeriods.Year;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.period.PeriodState;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;
import no.avstemt.web.period.PeriodsPage.Action;
import no.avstemt.web.period.PeriodsPage.MonthRow;
import no.avstemt.web.period.PeriodsPage.MonthView;
import no.avstemt.web.period.PeriodsPage.MovedRow;
import no.avstemt.web.period.PeriodsPage.PointRow;
import no.avstemt.web.period.PeriodsPage.TermRow;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** A year and one of its months in words and figures. */
final class PeriodSheet {

    private final Request request;
    private final ClientAccountId client;
    private final Texts texts;
    private final Formats formats;
    private final Year year;
    private final Picture picture;
    private final Faults faults;
    private final String typed;

    /** @param typed as the reason, where it was refused */
    PeriodSheet(Request request, Year year, Picture picture, Faults faults, String typed) {
        this.request = request;
        this.client = request.client();
        this.texts = request.texts();
        this.formats = request.formats();
        this.year = year;
        this.picture = picture;
        this.faults = faults;
        this.typed = typed;
    }

    /** The first month that could be closed; else the first of the books that is not; else the last. */
    static YearMonth mostUrgent(Year year) {
        return year.months().stream()
                .filter(month -> month.isKept() && month.state() != PeriodState.CLOSED)
                .findFirst()
                .orElseGet(() -> year.months().get(year.months().size() - 1))
                .month();
    }

    PeriodsPage page(Frame frame) {
        return new PeriodsPage(
                frame,
                client.toString(),
                lead(),
                List.of(yearLink(year.number() - 1), yearLink(year.number()), yearLink(year.number() + 1)),
                year.months().stream().map(this::row).toList(),
                year.terms().stream().map(this::term).toList(),
                view(),
                typed,
                request.caller().mayWrite(),
                faults);
    }

    private String lead() {
        long closed = year.months().stream()
                .filter(month -> month.state() == PeriodState.CLOSED)
                .count();
        long waiting = year.months().stream().filter(Month::waits).count();
        return texts.get("period.lead", formats.count(closed), formats.count(waiting));
    }

    private Link yearLink(int number) {
        String address = Addresses.periods(client).with("year", number).toString();
        return new Link(Integer.toString(number), address, number == year.number());
    }

    private MonthRow row(Month month) {
        Link link = new Link(
                formats.month(month.month()),
                Addresses.period(client, year.number(), month.month()).toString(),
                month.month().equals(picture.month().month()));
        return new MonthRow(
                link, state(month.state()), month.told().map(this::said).orElse(""));
    }

    private String said(Told told) {
        String by = texts.get("period.said", told.by().name(), formats.dateAndTime(told.changedAt()));
        return told.reason().map(reason -> by + ": " + reason).orElse(by);
    }

    private String state(PeriodState state) {
        return texts.get("period.state." + state.apiName());
    }

    private TermRow term(Term term) {
        return new TermRow(
                texts.get(
                        "period.term.days",
                        formats.date(term.period().days().first()),
                        formats.date(term.period().days().last())),
                formats.date(term.period().due()),
                texts.get("period.term." + term.state().apiName()),
                term.state() == TermState.OVERDUE);
    }

    private MonthView view() {
        Month month = picture.month();
        return new MonthView(
                formats.monthFirst(month.month()),
                month.month().toString(),
                state(month.state()),
                picture.checklist().points().stream().map(this::point).toList(),
                picture.movedOut().count() == 0
                        ? ""
                        : texts.get(
                                "period.movedOut",
                                formats.count(picture.movedOut().count()),
                                formats.amount(picture.movedOut().amount())),
                picture.moved().stream().map(this::moved).toList(),
                picture.entries().stream().map(this::entry).toList(),
                actions(month),
                advice(month));
    }

    private PointRow point(Point point) {
        String key = "period.point." + point.kind().apiName();
        String figure = point.isMet()
                ? texts.get("period.met")
                : texts.get(key + ".unmet", formats.count(point.count()), formats.amount(point.amount()));
        return new PointRow(texts.get(key), figure, address(point), point.isMet(), point.isRequired());
    }

    private String address(Point point) {
        YearMonth month = picture.month().month();
        return (switch (point.kind()) {
                    case LEDGERS_COMPLETE -> Addresses.client(client);
                    case BOOKS_EQUAL_VIPPS -> Addresses.findings(client).with("show", "open");
                    case NO_DRAFTS -> Addresses.drafts(client);
                    case DOCUMENTED -> Addresses.undocumented(client).with("month", month);
                    case SUSPENSE_CLEARED ->
                        Addresses.generalLedger(client)
                                .with("date_from", month.atDay(1))
                                .with("date_to", month.atEndOfMonth());
                    case PAYOUTS_ARRIVED -> Addresses.payouts(client);
                })
                .toString();
    }

    private MovedRow moved(Moved moved) {
        String name = request.language() == Language.NORWEGIAN ? moved.nameNb() : moved.nameEn();
        return new MovedRow(
                moved.account() + " " + name,
                formats.statementAmount(moved.debit()),
                formats.statementAmount(moved.credit()));
    }

    private Link entry(MovedEntry entry) {
        return Link.to(
                texts.get(
                        "period.entry",
                        entry.fiscalYear() + "/" + entry.number(),
                        formats.date(entry.date()),
                        entry.description(),
                        entry.by()),
                Addresses.journalEntry(client, entry.entryId()).toString());
    }

    private List<Action> actions(Month month) {
        List<Action> actions = new ArrayList<>();
        if (month.state() != PeriodState.CLOSED && month.hasEnded()) {
            actions.add(action("close", true, true));
        }
        if (month.state() == PeriodState.OPEN && month.hasEnded()) {
            actions.add(action("hold", false, false));
        }
        if (month.state() == PeriodState.HELD || mayReopen(month)) {
            actions.add(action("reopen", false, false));
        }
        return actions;
    }

    private boolean mayReopen(Month month) {
        return month.state() == PeriodState.CLOSED && request.caller().mayAdminister();
    }

    /** Who can, where the reader may change other things but not that. */
    private String advice(Month month) {
        boolean isLeftToOthers = month.state() == PeriodState.CLOSED
                && request.caller().mayWrite()
                && !request.caller().mayAdminister();
        return isLeftToOthers ? texts.get("period.reopen.administrators") : "";
    }

    private Action action(String name, boolean withEarlier, boolean isPrimary) {
        String help = texts.get("period." + name + ".reason");
        return new Action(
                "/periods/" + name, texts.get("period." + name), "reason-" + name, help, withEarlier, isPrimary);
    }
}
