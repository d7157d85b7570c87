package no.avstemt.web.posting;

import java.util.List;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Frame;

/**
 * What the books of a client account begin with.
 *
 * @param posted number of the entry that stands; empty when there is none
 * @param entry its address
 * @param list as typed
 * @param heldReason as typed
 * @param missingRates what is left out of the rows for want of a rate
 * @param rates the address where rates are put in
 * @param total of debit less credit; empty when it is zero
 */
public record OpeningPage(
        Frame frame,
        String lead,
        String posted,
        String entry,
        List<Row> rows,
        List<String> missingRates,
        String rates,
        String total,
        boolean mayWrite,
        Faults faults,
        String client,
        String list,
        String heldReason) {

    public record Row(String account, String relation, String debit, String credit, String source, String atVipps) {}
}
