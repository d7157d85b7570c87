package no.avstemt.application.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One thing that was done to what belongs to the office and to no client account.
 *
 * @param subject what it was done to, as a person would name it
 * @param before,after what changed, name to value, in the order to be read; empty when there was nothing
 */
public record OfficeEvent(
        Instant at, Actor actor, Action action, String subject, Map<String, String> before, Map<String, String> after) {

    public OfficeEvent {
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }

    public enum Action {
        CONNECTION_ENTERED,
        CONNECTION_CHANGED,
        CONNECTION_FORGOTTEN,
        API_KEY_MADE,
        API_KEY_WITHDRAWN;

        /** What is done to connections. */
        public static final List<Action> OF_CONNECTIONS =
                List.of(CONNECTION_ENTERED, CONNECTION_CHANGED, CONNECTION_FORGOTTEN);

        /** What is done to API keys. */
        public static final List<Action> OF_KEYS = List.of(API_KEY_MADE, API_KEY_WITHDRAWN);

        /** The key of its name. */
        public String key() {
            return "audit." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
