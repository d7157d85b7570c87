package no.avstemt.application.connection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.avstemt.domain.settlement.LedgerId;

/** What the processing history of the office says of connections. Never a secret. */
final class ConnectionEvents {

    static final Map<String, String> NEW_KEYS = Map.of("keys", "replaced");

    private ConnectionEvents() {}

    static Map<String, String> told(Connection connection) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("name", connection.name());
        told.put("base_url", connection.address().text());
        told.put("client_id", connection.clientId());
        connection
                .salesUnit()
                .flatMap(Connection.SalesUnit::merchantSerialNumber)
                .ifPresent(number -> told.put("merchant_serial_number", number));
        return told;
    }

    /** @param moved ledgers that another connection listed before */
    static Map<String, String> told(int ledgers, List<LedgerId> moved) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("ledgers", Integer.toString(ledgers));
        if (!moved.isEmpty()) {
            told.put("ledgers_taken_over", moved.stream().map(LedgerId::value).collect(Collectors.joining(", ")));
        }
        return told;
    }
}
