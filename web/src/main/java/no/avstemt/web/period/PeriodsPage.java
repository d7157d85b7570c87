package no.avstemt.web.period;

import java.util.List;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/**
 * @param lead how far the books are closed, as a sentence
 * @param years the year before, this one, and the one after
 * @param terms VAT terms; empty where the client account is not registered
 * @param month looked at closely
 * @param typed as the reason, where it was refused
 */
public record PeriodsPage(
        Frame frame,
        String client,
        String lead,
        List<Link> years,
        List<MonthRow> months,
        List<TermRow> terms,
        MonthView month,
        String typed,
        boolean mayWrite,
        Faults faults) {

    public PeriodsPage {
        years = List.copyOf(years);
        months = List.copyOf(months);
        terms = List.copyOf(terms);
    }

    /** @param said who brought it there, when and why; may be empty */
    public record MonthRow(Link month, String state, String said) {}

    public record TermRow(String days, String due, String state, boolean isLate) {}

    /**
     * @param point what should be in order
     * @param figure what stands in the way; a sentence that it is in order otherwise
     * @param href where it is looked after
     */
    public record PointRow(String point, String figure, String href, boolean isMet, boolean isRequired) {}

    /** @param account with its name; amounts as figures */
    public record MovedRow(String account, String debit, String credit) {}

    /**
     * @param value of the month in forms
     * @param movedOut what late entries were posted later, as a sentence; may be empty
     * @param actions what can be done with it, in the order of the buttons
     * @param advice who can do what the reader may not; may be empty
     */
    public record MonthView(
            String name,
            String value,
            String state,
            List<PointRow> points,
            String movedOut,
            List<MovedRow> moved,
            List<Link> entries,
            List<Action> actions,
            String advice) {

        public MonthView {
            points = List.copyOf(points);
            moved = List.copyOf(moved);
            entries = List.copyOf(entries);
            actions = List.copyOf(actions);
        }
    }

    /**
     * @param path that the form is sent to
     * @param withEarlier whether it can close the months before it too
     */
    public record Action(
            String path, String label, String reasonId, String help, boolean withEarlier, boolean isPrimary) {}
}
