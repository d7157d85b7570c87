package no.avstemt;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.client.ListClients;
import no.avstemt.application.connection.ListLedgers;
import no.avstemt.application.personal.KeepPersonalData;
import no.avstemt.application.sync.FetchNow;
import no.avstemt.application.sync.Rounds;
import no.avstemt.application.sync.ShowRuns;
import no.avstemt.application.sync.SyncRuns;
import no.avstemt.persistence.database.Database;
import no.avstemt.persistence.schedule.HourlyTask;
import no.avstemt.web.frame.OfficeFrames;
import no.avstemt.web.http.Route;
import no.avstemt.web.sync.FetchPages;
import no.avstemt.web.sync.SyncApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetching from Vipps, started by the hour, a person or a program, and what shows how far it is. */
record Fetching(Rounds rounds, SyncRuns runs, FetchNow now, ShowRuns show, KeepPersonalData personalData, Clock clock)
        implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);

    static Fetching of(UnitOfWork unit, Rounds rounds, Clock clock) {
        SyncRuns runs = new SyncRuns(unit, rounds, Fetching::notWritten, clock);
        return new Fetching(
                rounds,
                runs,
                new FetchNow(unit, runs),
                new ShowRuns(unit, clock),
                new KeepPersonalData(unit, clock),
                clock);
    }

    List<Route> routes(ListClients clients, OfficeFrames frames) {
        return Stream.of(new FetchPages(now, show, clients, frames).routes(), new SyncApi(now, show).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** In one of the copies of the program, until it is closed; ledgers that failed are tried again in between. */
    HourlyTask hourly(Database database, ListLedgers listFirst, Runnable tidying) {
        return HourlyTask.start(
                database, "fetch", () -> eachHour(listFirst), () -> now.again(clock.instant()), tidying);
    }

    /** Beside what the rounds themselves do. */
    private void eachHour(ListLedgers listFirst) {
        try {
            now.all(listFirst);
        } finally {
            personalData.deleteOld();
        }
    }

    /** It is tried again the next second. */
    private static void notWritten(Throwable cause) {
        LOG.error("How far the fetching is could not be written down", cause);
    }

    @Override
    public void close() {
        rounds.close();
        runs.close();
    }
}
