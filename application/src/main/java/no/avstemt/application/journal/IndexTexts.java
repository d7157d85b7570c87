package no.avstemt.application.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.domain.client.ClientAccountId;

/** Puts the texts of what was posted where a search finds them quickly, some at a time, so that nobody waits for it. */
public final class IndexTexts {

    private static final int AT_A_TIME = 5_000;

    private final UnitOfWork unit;
    private final Clock clock;

    public IndexTexts(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** Of every client account; what is left when the time is up, the next run does. */
    public void run(Duration atMost) {
        Instant end = clock.instant().plus(atMost);
        List<ClientAccountId> clients =
                unit.read(Set.of(), stores -> stores.clients().allIds());
        for (ClientAccountId client : clients) {
            long written = AT_A_TIME;
            while (written == AT_A_TIME && clock.instant().isBefore(end)) {
                written = unit.write(Set.of(client), stores -> stores.journal().writeTexts(client, AT_A_TIME));
            }
        }
    }
}
