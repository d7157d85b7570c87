package no.avstemt.web.settlement;

import java.util.List;
import no.avstemt.web.page.Fact;
import no.avstemt.web.page.Frame;

/**
 * @param vippsType the type in Vipps's own word
 * @param figures amount and balances
 * @param bookings every line that carries some of the entry
 * @param belongs sale, payout and unit: what the entry belongs to
 * @param related other entries, each group under its name
 * @param raw as Vipps gave it
 */
public record SettlementEntryPage(
        Frame frame,
        String title,
        String vippsType,
        List<Fact> figures,
        List<Fact> facts,
        List<BookedLine> bookings,
        List<Fact> belongs,
        List<Remark> remarks,
        List<EntryTable> related,
        String raw) {

    public SettlementEntryPage {
        figures = List.copyOf(figures);
        facts = List.copyOf(facts);
        bookings = List.copyOf(bookings);
        belongs = List.copyOf(belongs);
        remarks = List.copyOf(remarks);
        related = List.copyOf(related);
    }

    /** @param debit,credit one of them is empty */
    public record BookedLine(
            String number,
            String href,
            String date,
            String account,
            String accountHref,
            String text,
            String debit,
            String credit) {}

    /** @param closed when the finding closed, in words; empty while it is open */
    public record Remark(String title, String happened, String todo, String amount, String closed, String href) {}
}
