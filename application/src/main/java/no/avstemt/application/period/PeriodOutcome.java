package no.avstemt.application.period;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** How a change of a month's state went. What is refused has changed nothing. */
public sealed interface PeriodOutcome {

    /** @param months that were changed, the earliest first */
    record Done(List<YearMonth> months) implements PeriodOutcome {

        public Done {
            months = List.copyOf(months);
        }
    }

    /** @param month the one that stands in the way */
    record Refused(Why why, YearMonth month) implements PeriodOutcome {}

    /** What is not in order, so that closing needs a reason; of each month that has something. */
    record Unmet(List<Checklist> checklists) implements PeriodOutcome {

        public Unmet {
            checklists = List.copyOf(checklists);
        }
    }

    enum Why {
        /** The month goes on, or has not begun. */
        NOT_ENDED,
        /** Nothing is booked in it. The month is the one that the books begin with. */
        BEFORE_BOOKS,
        /** It is in that state already. */
        ALREADY_HELD,
        ALREADY_CLOSED,
        ALREADY_OPEN,
        /** Has to be opened again before it is held. */
        IS_CLOSED,
        /** Earlier months are closed first, or with it. */
        EARLIER_OPEN,
        /** A closed month is opened again by an administrator. */
        NOT_ADMINISTRATOR,
        /** A closed month is opened again for a reason that is kept. */
        REASON_MISSING;

        /** The key of its sentence. */
        public String key() {
            return "period.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
