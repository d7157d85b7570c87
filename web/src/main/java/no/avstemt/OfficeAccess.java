package no.avstemt;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.access.AccessStore;
import no.avstemt.application.access.Authenticate;
import no.avstemt.application.access.ChooseLanguage;
import no.avstemt.application.access.CreateUser;
import no.avstemt.application.access.KeepApiKeys;
import no.avstemt.application.access.PasswordHasher;
import no.avstemt.application.access.Randomness;
import no.avstemt.application.access.RateLimit;
import no.avstemt.application.access.SetUp;
import no.avstemt.application.access.SignIn;
import no.avstemt.application.access.SignOut;
import no.avstemt.application.audit.ReadOfficeHistory;
import no.avstemt.application.client.ListClients;
import no.avstemt.persistence.access.JdbiAccess;
import no.avstemt.persistence.access.JdbiCalls;
import no.avstemt.persistence.access.JdbiSetup;
import no.avstemt.persistence.database.Database;
import no.avstemt.web.access.AccessPages;
import no.avstemt.web.access.ApiKeyPages;
import no.avstemt.web.frame.OfficeFrames;
import no.avstemt.web.http.Frames;
import no.avstemt.web.http.Route;
import no.avstemt.web.setup.SetupPages;

/** Who may come in: people, and programs with their keys. */
final class OfficeAccess {

    private static final int PASSWORD_HASHES_AT_ONCE = 2;

    private final UnitOfWork unit;
    private final SignIn signIn;

    final AccessStore store;
    final Authenticate authenticate;
    final RateLimit limit;
    final CreateUser createUser;
    final KeepApiKeys apiKeys;
    final SetUp setUp;

    OfficeAccess(
            int callsPerMinute,
            Database database,
            UnitOfWork unit,
            PasswordHasher passwords,
            Randomness randomness,
            Clock clock) {
        this.unit = unit;
        store = new JdbiAccess(database.transactions());
        authenticate = new Authenticate(store, clock);
        limit = new RateLimit(new JdbiCalls(database.transactions()), callsPerMinute, clock);
        signIn = new SignIn(store, passwords, randomness, clock, PASSWORD_HASHES_AT_ONCE);
        createUser = new CreateUser(store, passwords, clock);
        apiKeys = new KeepApiKeys(unit, randomness, clock);
        setUp = new SetUp(new JdbiSetup(database.transactions()), store, passwords, randomness, clock);
    }

    List<Route> routes(Frames frames, OfficeFrames officeFrames, ListClients clients) {
        return Stream.of(
                        new AccessPages(signIn, new SignOut(store), new ChooseLanguage(store), frames, setUp::isNeeded)
                                .routes(),
                        new SetupPages(setUp, signIn, frames).routes(),
                        new ApiKeyPages(apiKeys, clients, new ReadOfficeHistory(unit), officeFrames).routes())
                .flatMap(List::stream)
                .toList();
    }
}
