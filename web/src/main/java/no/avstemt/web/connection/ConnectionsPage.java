package no.avstemt.web.connection;

import java.util.List;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Frame;

/** @param detail what Vipps said or how it could not be reached, for whoever can mend it; may be empty */
public record ConnectionsPage(
        Frame frame,
        List<ConnectionRow> connections,
        Faults faults,
        String detail,
        ConnectionFields fields,
        List<EventRow> events) {

    public ConnectionsPage {
        connections = List.copyOf(connections);
        events = List.copyOf(events);
    }

    public record ConnectionRow(
            String name, String href, String address, String clientId, String ledgers, String inUse, String listedAt) {}

    public record EventRow(String at, String who, String what, String connection, String changes) {}
}
