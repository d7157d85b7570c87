package no.avstemt.web.entry;

import java.util.List;
import no.avstemt.web.file.AttachmentList;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/**
 * @param action where the form is sent
 * @param draft id of the draft that is written on; empty for a new entry
 * @param once token of this form; see {@link SentOnce}
 * @param notices links to what there is to know before it is sent
 * @param documentOpen whether the fields of the document are seen
 * @param mayAdd whether there can be one more line
 * @param templateName under which it can be kept to come again
 * @param attachments beside the draft
 * @param lists what fields propose, by name
 */
public record EntryFormPage(
        Frame frame,
        String title,
        String client,
        String action,
        String draft,
        String once,
        List<Link> notices,
        Faults faults,
        Field date,
        Field description,
        Held held,
        Choice documentType,
        List<Field> document,
        boolean documentOpen,
        List<Line> lines,
        boolean mayAdd,
        Sums sums,
        Field templateName,
        AttachmentList attachments,
        List<Proposals> lists) {

    public EntryFormPage {
        notices = List.copyOf(notices);
        document = List.copyOf(document);
        lines = List.copyOf(lines);
        lists = List.copyOf(lists);
    }

    /**
     * What is asked for when the month of the date is held.
     *
     * @param seen whether it is
     * @param says which month that is; may be empty
     */
    public record Held(Field reason, String says, boolean seen) {}

    /**
     * @param main account, text, debit, credit and tax code
     * @param more dimensions and currency
     * @param moreSays what is filled in there; may be empty
     * @param moreOpen whether they are seen
     * @param note what is posted for the line beside what is written; may be empty
     * @param focused whether writing goes on here
     */
    public record Line(
            String number,
            List<Cell> main,
            List<Cell> more,
            String moreSays,
            boolean moreOpen,
            String note,
            String apart,
            boolean focused) {

        public Line {
            main = List.copyOf(main);
            more = List.copyOf(more);
        }

        public List<Cell> faulty() {
            return main.stream().filter(cell -> !cell.fault().isEmpty()).toList();
        }
    }

    /**
     * @param list id of what it proposes; may be empty
     * @param amount whether an amount is written
     * @param fault may be empty
     */
    public record Cell(String id, String name, String label, String value, String list, boolean amount, String fault) {}

    /**
     * @param balanced whether there is something and it is the same on both sides
     * @param fault may be empty
     */
    public record Sums(
            String debit, String credit, String difference, boolean balanced, boolean differs, String fault) {}

    public record Proposals(String id, List<Proposal> all) {

        public Proposals {
            all = List.copyOf(all);
        }
    }

    /** @param taxCode what a line with it is proposed to have; may be empty */
    public record Proposal(String value, String taxCode) {}
}
