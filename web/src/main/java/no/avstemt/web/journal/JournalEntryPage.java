package no.avstemt.web.journal;

import java.util.List;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.web.file.AttachmentList;
import no.avstemt.web.page.Fact;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;
import no.avstemt.web.page.Pager;
import no.avstemt.web.text.Texts;

/**
 * @param text what the entry says of itself
 * @param notices links to what reverses it or is reversed by it
 * @param facts date, voucher, who and when
 * @param sum of either side
 * @param beside the entries before and after, by number
 * @param correcting what can be done about it
 */
public record JournalEntryPage(
        Frame frame,
        String title,
        String text,
        List<Link> notices,
        List<Fact> facts,
        List<Line> lines,
        String sum,
        String chain,
        String seal,
        Pager beside,
        Correcting correcting,
        AttachmentList attachments) {

    public JournalEntryPage {
        notices = List.copyOf(notices);
        facts = List.copyOf(facts);
        lines = List.copyOf(lines);
    }

    /**
     * @param copyHref a form that begins with the same lines; empty for those who may not write
     * @param cancelAction where a reason to cancel it is sent; empty where it cannot be cancelled
     * @param says what happens then
     * @param open whether the form is seen
     */
    public record Correcting(
            String client,
            String copyHref,
            String cancelAction,
            String says,
            Faults faults,
            Field reason,
            boolean open) {}

    /** {@code Postering 2026/123}. */
    static String title(EntryRef entry, Texts texts) {
        return texts.get("journal.entry", entry.fiscalYear() + "/" + entry.number());
    }

    /**
     * @param concerns relation and dimensions; may be empty
     * @param tax code and base; may be empty
     * @param debit,credit one of them is empty
     * @param behind how many settlement entries or sales the line carries; empty for none
     */
    public record Line(
            String number,
            String account,
            String accountHref,
            String text,
            String concerns,
            String tax,
            String debit,
            String credit,
            String behind,
            String behindHref) {

        public String anchor() {
            return "line-" + number;
        }
    }
}
