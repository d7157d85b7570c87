package no.avstemt.web.access;

import java.util.List;
import no.avstemt.web.history.EventRow;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.page.Frame;

/**
 * @param made the key that was made just now, which is shown nowhere else; empty when there is none
 * @param ofEverybody whether the keys have several owners
 * @param clients that a key can be for
 */
public record ApiKeysPage(
        Frame frame,
        String made,
        boolean ofEverybody,
        List<KeyRow> keys,
        Faults faults,
        Field name,
        Choice rights,
        Choice scopes,
        List<Choice.Option> clients,
        List<EventRow> events) {

    public ApiKeysPage {
        keys = List.copyOf(keys);
        clients = List.copyOf(clients);
        events = List.copyOf(events);
    }

    /**
     * @param right what it may
     * @param clients what it sees
     * @param withdrawn when it was; empty while it can be used
     * @param withdraw where to withdraw it; empty when it is
     */
    public record KeyRow(
            String name,
            String owner,
            String right,
            String clients,
            String made,
            String used,
            String withdrawn,
            String withdraw) {}

    @Override
    public String toString() {
        return "ApiKeysPage[…]";
    }
}
