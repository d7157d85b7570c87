package no.avstemt;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.access.AccessStore;
import no.avstemt.application.access.Authenticate;
import no.avstemt.application.access.CreateUser;
import no.avstemt.application.access.KeepApiKeys;
import no.avstemt.application.access.PasswordHasher;
import no.avstemt.application.access.Randomness;
import no.avstemt.application.access.SetUp;
import no.avstemt.application.client.ListClients;
import no.avstemt.application.client.ShowClient;
import no.avstemt.application.client.ShowFirstDay;
import no.avstemt.application.client.TakeLedgerIntoUse;
import no.avstemt.application.connection.Connect;
import no.avstemt.application.connection.ListConnections;
import no.avstemt.application.favourite.KeepFavourites;
import no.avstemt.application.finding.ListFindings;
import no.avstemt.application.journal.ImportEntries;
import no.avstemt.application.journal.IndexTexts;
import no.avstemt.application.journal.Post;
import no.avstemt.application.posting.PostDays;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.register.DimensionValues;
import no.avstemt.application.report.ProduceReport;
import no.avstemt.application.settlement.ImportLedger;
import no.avstemt.application.sync.Rounds;
import no.avstemt.application.sync.SyncClient;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.JdbiStores;
import no.avstemt.persistence.client.ClientRegister;
import no.avstemt.persistence.database.Database;
import no.avstemt.persistence.database.JdbiUnitOfWork;
import no.avstemt.persistence.schedule.HourlyTask;
import no.avstemt.web.access.Argon2Passwords;
import no.avstemt.web.access.SystemRandomness;
import no.avstemt.web.client.ClientPages;
import no.avstemt.web.client.FirstDayPages;
import no.avstemt.web.favourite.FavouritePages;
import no.avstemt.web.finding.FindingPages;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.OfficeFrames;
import no.avstemt.web.http.Frames;
import no.avstemt.web.http.Routes;
import no.avstemt.web.http.WebServer;
import no.avstemt.web.report.ReportPages;
import no.avstemt.web.text.PostedWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root: database, adapters, use cases, pages, server, top to bottom. */
final class Avstemt implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Avstemt.class);
    private static final Duration INDEXING = Duration.ofSeconds(10);

    private final Database database;
    private final WebServer server;
    private final OfficeAccess people;
    private final TrustRoutes trust;

    final Routes routes;
    final UnitOfWork unit;
    final CreateUser createUser;
    final KeepApiKeys apiKeys;
    final AccessStore access;
    final Authenticate authenticate;
    final TakeLedgerIntoUse takeLedgerIntoUse;
    final SyncClient syncClient;
    final Rounds rounds;
    final OfficeVipps vipps;
    final Fetching fetching;
    final Connect connect;
    final ListConnections connections;
    final SetUp setUp;
    final ImportEntries importEntries;
    final IndexTexts indexTexts;

    /** The database starts beside the rest, since it takes longest. */
    static Avstemt open(Settings settings, Clock clock) {
        VippsOf.systemHeaders();
        CompletableFuture<Database> opening =
                CompletableFuture.supplyAsync(() -> Database.open(DatabaseOf.settings(settings)));
        Randomness randomness = new SystemRandomness();
        WebServer server = new WebServer(randomness);
        PasswordHasher passwords = new Argon2Passwords(randomness);
        Database database = opened(opening);
        try {
            return new Avstemt(settings, database, server, passwords, randomness, clock);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Database opened(CompletableFuture<Database> opening) {
        try {
            return opening.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Avstemt(
            Settings settings,
            Database database,
            WebServer server,
            PasswordHasher passwords,
            Randomness randomness,
            Clock clock) {
        this.server = server;
        this.database = database;
        unit = new JdbiUnitOfWork(database.transactions(), JdbiStores.ofDatabase());

        people = new OfficeAccess(settings.apiRate(), database, unit, passwords, randomness, clock);
        access = people.store;
        createUser = people.createUser;
        setUp = people.setUp;
        apiKeys = people.apiKeys;
        authenticate = people.authenticate;

        takeLedgerIntoUse = new TakeLedgerIntoUse(unit, clock);
        Post post = new Post(clock);
        importEntries = new ImportEntries(unit, post, clock);
        indexTexts = new IndexTexts(unit, clock);
        PostDays postDays = new PostDays(unit, post, PostedWords::in, clock);
        CheckLedger checkLedger = new CheckLedger(unit, clock);
        syncClient = new SyncClient(unit, new ImportLedger(unit, clock), postDays, checkLedger, clock);

        vipps = new OfficeVipps(settings, unit, randomness, clock);
        connect = vipps.connect;
        connections = vipps.connections;
        rounds = new Rounds(syncClient, vipps.sources, vipps.listLedgers::of, Avstemt::stopped);
        fetching = Fetching.of(unit, rounds, clock);
        trust = new TrustRoutes(unit, Avstemt::stopped, settings.attachmentBytes(), clock);
        ProduceReport produceReport = new ProduceReport(unit);
        ListClients listClients = new ListClients(unit);
        ListFindings listFindings = new ListFindings(unit);
        KeepFavourites favourites = new KeepFavourites(unit, clock);

        Frames frames = new Frames(server.assets());
        ClientFrames clientFrames = new ClientFrames(listClients, frames);
        OfficeFrames officeFrames = new OfficeFrames(listClients, frames);
        JournalRoutes journal = new JournalRoutes(unit, post, randomness, settings.attachmentBytes(), clock);
        Routes table = Routes.of(
                people.routes(frames, officeFrames, listClients),
                new OfficeRoutes(unit, connections, connect, listClients, takeLedgerIntoUse, fetching, clock)
                        .of(officeFrames),
                new ClientPages(new ShowClient(unit, clock), favourites, clientFrames).routes(),
                new FirstDayPages(new ShowFirstDay(unit, clock), clientFrames).routes(),
                new FindingPages(listFindings, clientFrames).routes(),
                new ReportPages(produceReport, new DimensionValues(unit), favourites, clientFrames, clock).routes(),
                new FavouritePages(favourites).routes(),
                journal.pages(importEntries, clientFrames),
                PeriodRoutes.of(unit, clientFrames, clock),
                DimensionRoutes.of(unit, clientFrames, clock),
                ChartRoutes.of(unit, clientFrames, clock),
                trust.routes(clientFrames),
                journal.api(importEntries, settings.importBytes()),
                PostingRoutes.of(unit, clientFrames, clock),
                ApiRoutes.of(produceReport, listClients, listFindings, clock));
        routes = new ApiRoutes(unit, server, officeFrames, clock).over(table);
    }

    /** The client account shows that its round stopped; only the log says why. */
    private static void stopped(ClientAccountId client, Throwable cause) {
        LOG.error("The round of client account {} stopped", client, cause);
    }

    /** @throws no.avstemt.web.http.PortInUse when another program has the port */
    void serve(int port) {
        Predicate<ClientAccountId> exists = new ClientRegister(database.transactions())::has;
        server.start(routes, people.authenticate, people.limit, exists, "127.0.0.1", port);
    }

    /** From now on, in one of the copies of the program, until it is closed. */
    HourlyTask fetchHourly() {
        return fetching.hourly(database, vipps.listLedgers, () -> indexTexts.run(INDEXING));
    }

    URI address() {
        return server.address();
    }

    /** No new requests, then the rounds, then the pool, then the database server. */
    @Override
    public void close() {
        server.close();
        fetching.close();
        trust.close();
        database.close();
    }
}
