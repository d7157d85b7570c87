package no.avstemt.web.connection;

import java.util.List;
import no.avstemt.web.history.EventRow;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Frame;

/**
 * @param waiting ledgers of all connections, the longest known first
 * @param detail what Vipps said or how it could not be reached, for whoever can mend it; may be empty
 */
public record ConnectionsPage(
        Frame frame,
        List<ConnectionRow> connections,
        List<WaitingRow> waiting,
        Faults faults,
        String detail,
        ConnectionFields fields,
        List<EventRow> events) {

    public ConnectionsPage {
        connections = List.copyOf(connections);
        waiting = List.copyOf(waiting);
        events = List.copyOf(events);
    }

    /** @param trouble why there is no newer list; empty when there is none */
    public record ConnectionRow(
            String name,
            String href,
            String address,
            String clientId,
            String ledgers,
            String inUse,
            String listedAt,
            String trouble) {}

    /**
     * @param units name and handle of each
     * @param href to taking it into use
     */
    public record WaitingRow(String id, List<String> units, String owner, String firstSeen, String href) {

        public WaitingRow {
            units = List.copyOf(units);
        }
    }
}
