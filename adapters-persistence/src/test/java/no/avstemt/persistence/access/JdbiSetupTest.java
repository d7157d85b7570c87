package no.avstemt.persistence.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.EmailAddress;
import no.avstemt.application.access.NewUser;
import no.avstemt.application.access.PasswordHash;
import no.avstemt.application.access.Role;
import no.avstemt.application.access.SeededRandomness;
import no.avstemt.application.access.Token;
import no.avstemt.application.access.UserId;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JdbiSetupTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:10:00Z");

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final SeededRandomness randomness = new SeededRandomness(1);
    private final JdbiSetup setup = new JdbiSetup(BOOKS.database().transactions());

    @BeforeEach
    void nobody() {
        BOOKS.database()
                .asOwner(
                        owner -> owner.execute(
                                "TRUNCATE app_user, office_favourite, session, api_key, user_client, api_key_client, api_key_calls"));
    }

    @Test
    void a_new_token_ends_the_one_before() {
        Token first = begun();
        Token second = begun();

        assertEquals(Optional.of(second.hash()), setup.token());
        assertEquals(Optional.empty(), add(first, "one"));
        assertFalse(setup.hasUsers());
        assertTrue(add(second, "two").isPresent());
        assertTrue(setup.hasUsers());
    }

    @Test
    void of_many_that_show_the_token_at_once_one_becomes_administrator() {
        Token token = begun();

        List<CompletableFuture<Optional<UserId>>> tries = IntStream.range(0, 6)
                .mapToObj(each -> CompletableFuture.supplyAsync(() -> add(token, "user" + each)))
                .toList();

        assertEquals(1, tries.stream().filter(each -> each.join().isPresent()).count());
        assertEquals(1, BOOKS.count("SELECT count(*) FROM app_user"));
        assertEquals(Optional.empty(), setup.token());
    }

    @Test
    void no_token_makes_a_user_beside_another() {
        add(begun(), "one");

        assertEquals(Optional.empty(), add(begun(), "two"));
        assertEquals(1, BOOKS.count("SELECT count(*) FROM app_user"));
    }

    private Token begun() {
        Token token = Token.next(randomness);
        setup.replaceToken(token.hash(), NOW);
        return token;
    }

    private Optional<UserId> add(Token token, String name) {
        EmailAddress email = new EmailAddress(name + "@kontor.example");
        return setup.addFirst(
                token.hash(),
                new NewUser(email, name, Role.ADMINISTRATOR, ClientScope.all(), new PasswordHash("$x")),
                NOW);
    }
}
