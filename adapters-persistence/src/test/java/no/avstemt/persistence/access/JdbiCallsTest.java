package no.avstemt.persistence.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.avstemt.application.access.ApiKey;
import no.avstemt.application.access.ApiKeyId;
import no.avstemt.application.access.ApiKeyStore.KnownKey;
import no.avstemt.application.access.CallStore;
import no.avstemt.application.access.CallStore.Taken;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.EmailAddress;
import no.avstemt.application.access.NewUser;
import no.avstemt.application.access.PasswordHash;
import no.avstemt.application.access.Right;
import no.avstemt.application.access.Role;
import no.avstemt.application.access.Token;
import no.avstemt.application.access.UserId;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class JdbiCallsTest {

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static UserId owner;
    private static int keys;

    private final CallStore calls = new JdbiCalls(BOOKS.database().transactions());

    @BeforeAll
    static void an_owner() {
        owner = new JdbiAccess(BOOKS.database().transactions())
                .addUser(
                        new NewUser(
                                new EmailAddress("kari@kontor.example"),
                                "Kari",
                                Role.ADMINISTRATOR,
                                ClientScope.all(),
                                new PasswordHash("$x")),
                        GivenBooks.NOW)
                .orElseThrow();
    }

    @Test
    void no_more_is_given_than_there_is_and_the_rest_comes_back_with_time() {
        ApiKeyId key = key();

        Taken first = calls.take(key, 5, 7);
        Taken rest = calls.take(key, 5, 7);
        Taken nothing = calls.take(key, 5, 7);

        assertEquals(List.of(5, 2, 0), List.of(first.granted(), rest.granted(), nothing.granted()));
        assertTrue(rest.ahead().compareTo(Duration.ofSeconds(61)) < 0, rest.toString());
        assertTrue(nothing.ahead().compareTo(Duration.ofSeconds(50)) > 0, nothing.toString());
        BOOKS.database()
                .asOwner(handle ->
                        handle.execute("UPDATE api_key_calls SET taken_to = taken_to - interval '20 seconds'"));
        assertEquals(2, calls.take(key, 5, 7).granted());
    }

    @Test
    void a_lower_limit_than_before_gives_nothing_until_it_is_paid_back() {
        ApiKeyId key = key();
        calls.take(key, 600, 600);

        assertEquals(0, calls.take(key, 1, 6).granted());
    }

    @Test
    void many_at_once_share_what_there_is() throws Exception {
        ApiKeyId key = key();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> takers = new ArrayList<>();
            for (int taker = 0; taker < 40; taker++) {
                takers.add(() -> calls.take(key, 3, 100).granted());
            }
            int granted = 0;
            for (Future<Integer> taken : threads.invokeAll(takers)) {
                granted += taken.get();
            }

            assertTrue(granted >= 100 && granted <= 115, "granted " + granted);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_key_in_use_says_since_when() {
        ApiKeyId key = key();
        assertTrue(known(key).lastUsedAt().isEmpty());

        calls.take(key, 1, 600);

        assertTrue(known(key).lastUsedAt().isPresent());
    }

    private static ApiKeyId key() {
        Token token = new Token("key " + ++keys);
        ApiKey key = new ApiKey(token.hash(), owner, "Test", ClientScope.all(), Right.READ, GivenBooks.NOW);
        return BOOKS.unit().write(Set.of(), stores -> stores.office().apiKeys().add(key));
    }

    private static KnownKey known(ApiKeyId key) {
        return BOOKS.unit().read(Set.of(), stores -> stores.office().apiKeys().all()).stream()
                .filter(each -> each.id().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
