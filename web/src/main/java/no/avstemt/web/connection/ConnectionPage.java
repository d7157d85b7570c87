package no.avstemt.web.connection;

import java.util.List;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Frame;

/**
 * @param action where the form is sent
 * @param listAction where asking Vipps again is sent
 * @param trouble why there is no newer list; empty when there is none
 * @param detail as in {@link ConnectionsPage}
 */
public record ConnectionPage(
        Frame frame,
        String name,
        String summary,
        String trouble,
        List<LedgerRow> ledgers,
        String action,
        String listAction,
        Faults faults,
        String detail,
        ConnectionFields fields) {

    public ConnectionPage {
        ledgers = List.copyOf(ledgers);
    }

    /**
     * @param units name and handle of each
     * @param missing since when Vipps lists it no more, as a sentence; empty while it does
     * @param client whose it is; empty when it waits to be taken into use
     * @param standing how it is read, topic by topic, in sentences; empty while it waits
     * @param href to the client account, or to taking it into use
     */
    public record LedgerRow(
            String id,
            String owner,
            List<String> units,
            String bankAccount,
            String currency,
            String missing,
            String client,
            List<String> standing,
            String href) {

        public LedgerRow {
            units = List.copyOf(units);
            standing = List.copyOf(standing);
        }
    }
}
