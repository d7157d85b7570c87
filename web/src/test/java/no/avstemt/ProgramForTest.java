package no.avstemt;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.avstemt.application.access.Caller;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.Right;
import no.avstemt.application.access.UserId;
import no.avstemt.persistence.database.DatabaseSettings;
import no.avstemt.persistence.database.TestDatabase;

/**
 * The whole program in this process, on a database of its own on the one server of the test JVM: an embedded server each
 * would take most of a test's time. Its folder holds the key of its secrets.
 */
final class ProgramForTest {

    /**
     * Ticks from the morning after which these tests were written, whatever the day: merchants of 2026 would else have a
     * year end behind them one day.
     */
    static final Clock CLOCK =
            Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse("2026-11-22T09:00:00Z")));

    private ProgramForTest() {}

    static Avstemt open(Path folder, Clock clock) {
        return open(folder, database(TestDatabase.forProgram()), clock);
    }

    static Avstemt open(Path folder, Map<String, String> environment, Clock clock) {
        return Avstemt.open(Settings.read(environment, Optional.of(folder), Optional.of(0)), clock);
    }

    /** A new key of this user. */
    static String key(Avstemt avstemt, UserId owner, ClientScope scope, Right right) {
        Caller caller = Caller.inBrowser(avstemt.access.user(owner).orElseThrow());
        return avstemt.apiKeys.make(caller, "Test", scope, right).text();
    }

    /** The settings that name this database. */
    static Map<String, String> database(DatabaseSettings.External at) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("AVSTEMT_DB_URL", at.url());
        environment.put("AVSTEMT_DB_USER", at.application().orElseThrow().user());
        environment.put("AVSTEMT_DB_PASSWORD", at.application().orElseThrow().password());
        environment.put("AVSTEMT_DB_OWNER_USER", at.owner().orElseThrow().user());
        environment.put("AVSTEMT_DB_OWNER_PASSWORD", at.owner().orElseThrow().password());
        return environment;
    }
}
