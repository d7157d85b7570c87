package no.avstemt.web.period;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.avstemt.application.access.Language;
import no.avstemt.application.period.Checklist;
import no.avstemt.application.period.Checklist.Point;
import no.avstemt.application.period.PeriodStore.Closed;
import no.avstemt.application.period.PeriodStore.Moved;
import no.avstemt.application.period.PeriodStore.MovedEntry;
import no.avstemt.application.period.PeriodStore.Told;
import no.avstemt.application.period.ShowPeriods.Month;
import no.avstemt.application.period.ShowPeriods.Picture;
import no.avstemt.application.period.ShowPeriods.Term;
import no.avstemt.application.period.ShowPeriods.TermState;
import no.avstemt.domain.period.PeriodState;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;

/** Months, checklists and VAT terms as JSON. */
final class PeriodShapes {

    private static final Kind<PeriodState> STATE = Kind.choice(states());
    private static final Kind<Long> COUNT = Kind.number(0, Long.MAX_VALUE);

    static final Resource<Month> MONTH = Resource.<Month>named("Period")
            .with("month", Kind.text(7), month -> month.month().toString())
            .with("state", STATE, Month::state)
            .with("has_ended", Kind.flag(), Month::hasEnded)
            .with("before_books", Kind.flag(), Month::isBeforeBooks)
            .described("Whether it is before the start date and the first entry, so that there is nothing to close.")
            .maybe("changed_at", Kind.moment(), month -> month.told().map(Told::changedAt))
            .maybe(
                    "changed_by",
                    Kind.text(200),
                    month -> month.told().map(told -> told.by().name()))
            .maybe("reason", Kind.text(500), month -> month.told().flatMap(Told::reason))
            .maybe(
                    "closed_at",
                    Kind.moment(),
                    month -> month.told().flatMap(Told::closed).map(Closed::at))
            .described("When it was closed last, also where it is open again.")
            .maybe(
                    "closed_at_chain_position",
                    COUNT,
                    month -> month.told().flatMap(Told::closed).map(Closed::position))
            .described("How far the journal had come then.");

    private static final Resource<Point> POINT = Resource.<Point>named("ChecklistPoint")
            .with("point", Kind.choice(points()), Point::kind)
            .with("met", Kind.flag(), Point::isMet)
            .with("required", Kind.flag(), Point::isRequired)
            .described("Whether closing needs a reason while it is not met.")
            .with("count", COUNT, Point::count)
            .described("How many stand in the way.")
            .with("amount", Kind.amount(), Point::amount);

    private static final Resource<ToldMoved> MOVED = Resource.<ToldMoved>named("MovedAccount")
            .with("account_code", Kind.text(10), told -> told.moved().account())
            .with("account_name", Kind.text(256), ToldMoved::name)
            .described("In the language of the request.")
            .with("debit", Kind.amount(), told -> told.moved().debit())
            .with("credit", Kind.amount(), told -> told.moved().credit());

    private static final Resource<MovedEntry> MOVED_ENTRY = Resource.<MovedEntry>named("MovedEntry")
            .with("journal_entry_id", Kind.id(), MovedEntry::entryId)
            .with("fiscal_year", COUNT, entry -> (long) entry.fiscalYear())
            .with("number", COUNT, MovedEntry::number)
            .with("posting_date", Kind.date(), MovedEntry::date)
            .with("description", Kind.text(1000), MovedEntry::description)
            .with("created_by", Kind.text(200), MovedEntry::by)
            .with("created_at", Kind.moment(), MovedEntry::at)
            .with("debit", Kind.amount(), MovedEntry::debit);

    static final Resource<Shown> CHECKLIST = Resource.<Shown>named("PeriodChecklist")
            .with("period", MONTH, shown -> shown.picture().month())
            .with("can_be_closed_without_reason", Kind.flag(), Shown::canBeClosedWithoutReason)
            .each("points", POINT, shown -> shown.picture().checklist().points())
            .with(
                    "moved_out_entries",
                    COUNT,
                    shown -> shown.picture().movedOut().count())
            .described("Late entries of ledger dates in the month that were posted after it, since it was closed.")
            .with(
                    "moved_out_funds",
                    Kind.amount(),
                    shown -> shown.picture().movedOut().amount())
            .each("moved_since_closed", MOVED, Shown::moved)
            .described("By account, what was posted in the month after it was closed and opened again.")
            .each("entries_since_closed", MOVED_ENTRY, shown -> shown.picture().entries());

    static final Resource<Term> TERM = Resource.<Term>named("VatTerm")
            .with("year", COUNT, term -> (long) term.period().year())
            .with("number", COUNT, term -> (long) term.period().number())
            .with("date_from", Kind.date(), term -> term.period().days().first())
            .with("date_to", Kind.date(), term -> term.period().days().last())
            .with("due_date", Kind.date(), term -> term.period().due())
            .described("The day that the law names; it is not moved to a working day.")
            .with("state", Kind.choice(termStates()), Term::state);

    private PeriodShapes() {}

    /** @param language of the request */
    record Shown(Picture picture, Language language) {

        boolean canBeClosedWithoutReason() {
            return picture.month().hasEnded()
                    && !picture.month().isBeforeBooks()
                    && picture.checklist().unmet().isEmpty();
        }

        List<ToldMoved> moved() {
            return picture.moved().stream()
                    .map(each -> new ToldMoved(each, language))
                    .toList();
        }
    }

    record ToldMoved(Moved moved, Language language) {

        String name() {
            return language == Language.NORWEGIAN ? moved.nameNb() : moved.nameEn();
        }
    }

    private static Map<String, PeriodState> states() {
        Map<String, PeriodState> states = new LinkedHashMap<>();
        for (PeriodState state : PeriodState.values()) {
            states.put(state.apiName(), state);
        }
        return states;
    }

    private static Map<String, Checklist.Kind> points() {
        Map<String, Checklist.Kind> points = new LinkedHashMap<>();
        for (Checklist.Kind kind : Checklist.Kind.values()) {
            points.put(kind.apiName(), kind);
        }
        return points;
    }

    private static Map<String, TermState> termStates() {
        Map<String, TermState> states = new LinkedHashMap<>();
        for (TermState state : TermState.values()) {
            states.put(state.apiName(), state);
        }
        return states;
    }
}
