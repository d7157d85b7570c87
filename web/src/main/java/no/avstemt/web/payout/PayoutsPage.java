package no.avstemt.web.payout;

import java.util.List;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;
import no.avstemt.web.page.Pager;

/** @param ledgers the client account's ledgers, where there is more than one */
public record PayoutsPage(Frame frame, List<Link> ledgers, List<Row> rows, Pager pager) {

    public PayoutsPage {
        ledgers = List.copyOf(ledgers);
        rows = List.copyOf(rows);
    }

    /**
     * @param bankText what stands on the bank statement, as far as Vipps tells; may be empty
     * @param settles the ledger dates
     * @param settlesHref the settlement entries of these dates
     * @param isWhole whether nothing is missing between opening balance and payout
     * @param abortedHref the entry that brought the money back; may be empty
     * @param booked number of the journal entry, or a word for what is not booked
     */
    public record Row(
            String number,
            String href,
            String bankText,
            String date,
            String settles,
            String settlesHref,
            String opening,
            String captures,
            String refunds,
            String fees,
            String other,
            String paid,
            String remaining,
            String difference,
            boolean isWhole,
            String status,
            String abortedHref,
            String booked,
            String bookedHref) {}
}
