package no.avstemt.web.sale;

import java.util.List;
import no.avstemt.web.page.Fact;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;
import no.avstemt.web.settlement.EntryTable;
import no.avstemt.web.settlement.SettlementEntryPage.BookedLine;

/**
 * @param figures gross, net and VAT
 * @param tells what Vipps knows of the sale, in a sentence
 * @param money the settlement entries that moved its money
 * @param moneyNone why there are none; empty where there are some
 * @param others other sales of the same order
 * @param raw as Vipps gave it
 */
public record SalePage(
        Frame frame,
        String title,
        List<Fact> figures,
        List<Fact> facts,
        String tells,
        List<Line> lines,
        String linesNone,
        EntryTable money,
        String moneyNone,
        List<BookedLine> bookings,
        List<Link> others,
        String raw) {

    public SalePage {
        figures = List.copyOf(figures);
        facts = List.copyOf(facts);
        lines = List.copyOf(lines);
        bookings = List.copyOf(bookings);
        others = List.copyOf(others);
    }

    /** Where there is neither money nor a booking, there is nothing to say of bookings. */
    public boolean isBooked() {
        return !money.rows().isEmpty() || !bookings.isEmpty();
    }

    public record Line(
            String name, String category, String quantity, String rate, String net, String vat, String gross) {}
}
