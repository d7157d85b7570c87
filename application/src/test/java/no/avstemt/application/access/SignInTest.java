package no.avstemt.application.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.avstemt.domain.client.ClientAccountId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SignInTest {

    private static final String PASSWORD = "riktig hest batteri";

    private final InMemoryAccess store = new InMemoryAccess();
    private final CountingHasher hasher = new CountingHasher();
    private final Randomness randomness = new SeededRandomness(7);
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T08:00:00Z"));
    private final SignIn signIn = new SignIn(store, hasher, randomness, clock, 2);
    private final Authenticate authenticate = new Authenticate(store, clock);

    @BeforeEach
    void kari_keeps_books() {
        create("kari@kontor.example", Role.ACCOUNTANT, ClientScope.of(new ClientAccountId(1)));
    }

    @Test
    void a_right_password_gives_a_cookie_that_is_known_afterwards() {
        SignIn.Started started = started(signIn.run(" Kari@Kontor.example ", PASSWORD));

        Authenticate.SignedIn signedIn =
                authenticate.byCookie(started.cookie().text()).orElseThrow();

        assertEquals("kari@kontor.example", signedIn.user().email().value());
        assertTrue(signedIn.caller().maySee(new ClientAccountId(1)));
        assertEquals(false, signedIn.caller().maySee(new ClientAccountId(2)));
        assertTrue(signedIn.caller().mayWrite());
    }

    @Test
    void the_cookie_itself_is_stored_nowhere() {
        SignIn.Started started = started(signIn.run("kari@kontor.example", PASSWORD));

        assertNotEquals(started.cookie().text(), started.session().id().hex());
        assertNotEquals(started.cookie(), started.session().csrf());
        assertEquals(43, started.cookie().text().length());
        assertEquals("Token[…]", started.cookie().toString());
    }

    @Test
    void an_unknown_malformed_or_switched_off_address_costs_as_much_as_a_wrong_password() {
        UserId off = create("sluttet@kontor.example", Role.ACCOUNTANT, ClientScope.none());
        store.setActive(off, false);
        String longPassword = "x".repeat(100_000);

        for (String email : new String[] {"kari@kontor.example", "ukjent@kontor.example", "ikke en adresse", ""}) {
            assertInstanceOf(SignIn.Refused.class, signIn.run(email, "feil passord"));
        }
        assertInstanceOf(SignIn.Refused.class, signIn.run("sluttet@kontor.example", PASSWORD));
        assertInstanceOf(SignIn.Refused.class, signIn.run("kari@kontor.example", longPassword));

        assertEquals(6, hasher.tries());
    }

    @Test
    void after_five_wrong_passwords_the_next_waits_and_longer_each_time() {
        for (int i = 0; i < 5; i++) {
            assertInstanceOf(SignIn.Refused.class, signIn.run("kari@kontor.example", "feil"));
        }
        assertEquals(new SignIn.TooManyAttempts(Duration.ofSeconds(30)), signIn.run("KARI@kontor.example", PASSWORD));
        assertEquals(5, hasher.tries());

        clock.pass(Duration.ofSeconds(30));
        assertInstanceOf(SignIn.Refused.class, signIn.run("kari@kontor.example", "feil"));
        assertEquals(new SignIn.TooManyAttempts(Duration.ofSeconds(60)), signIn.run("kari@kontor.example", PASSWORD));

        clock.pass(Duration.ofSeconds(60));
        started(signIn.run("kari@kontor.example", PASSWORD));
        assertInstanceOf(SignIn.Refused.class, signIn.run("kari@kontor.example", "feil"));
    }

    @Test
    void a_session_ends_after_twelve_hours_at_sign_out_and_when_the_user_is_switched_off() {
        SignIn.Started first = started(signIn.run("kari@kontor.example", PASSWORD));
        clock.pass(SignIn.SESSION_LIFE.minusSeconds(1));
        assertTrue(authenticate.byCookie(first.cookie().text()).isPresent());
        clock.pass(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), authenticate.byCookie(first.cookie().text()));

        SignIn.Started second = started(signIn.run("kari@kontor.example", PASSWORD));
        new SignOut(store).run(second.session());
        assertEquals(Optional.empty(), authenticate.byCookie(second.cookie().text()));

        SignIn.Started third = started(signIn.run("kari@kontor.example", PASSWORD));
        store.setActive(third.user().id(), false);
        assertEquals(Optional.empty(), authenticate.byCookie(third.cookie().text()));
    }

    @Test
    void a_key_sees_and_does_no_more_than_its_owner() {
        UserId auditor = create("revisor@kontor.example", Role.AUDITOR, ClientScope.of(new ClientAccountId(5)));
        Token key = store.newKey(auditor, ClientScope.all(), Right.WRITE, randomness, clock.instant());

        Caller caller = withKey(key);

        assertEquals(Caller.Means.API_KEY, caller.means());
        assertEquals(ClientScope.of(new ClientAccountId(5)), caller.scope());
        assertEquals(false, caller.mayWrite());
        assertTrue(key.text().startsWith("avst_"));
        assertEquals(Optional.empty(), authenticate.byKey("avst_unknown"));

        store.setActive(auditor, false);
        assertEquals(Optional.empty(), authenticate.byKey(key.text()));
    }

    @Test
    void a_read_key_of_an_administrator_reads_only() {
        UserId admin = create("admin@kontor.example", Role.ADMINISTRATOR, ClientScope.all());
        ClientScope one = ClientScope.of(new ClientAccountId(3));

        Caller caller = withKey(store.newKey(admin, one, Right.READ, randomness, clock.instant()));

        assertEquals(false, caller.mayWrite());
        assertEquals(false, caller.maySee(new ClientAccountId(4)));
    }

    @Test
    void only_a_key_that_an_administrator_owns_and_that_writes_may_administer() {
        UserId admin = create("admin@kontor.example", Role.ADMINISTRATOR, ClientScope.all());
        UserId accountant = create("ola@kontor.example", Role.ACCOUNTANT, ClientScope.all());

        assertTrue(withKey(admin, Right.WRITE).mayAdminister());
        assertFalse(withKey(admin, Right.READ).mayAdminister());
        assertFalse(withKey(accountant, Right.WRITE).mayAdminister());
    }

    @Test
    void a_short_password_is_refused_and_an_address_is_used_once() {
        CreateUser create = new CreateUser(store, hasher, clock);
        EmailAddress kari = new EmailAddress("kari@kontor.example");

        assertThrows(
                IllegalArgumentException.class,
                () -> create.run(
                        new EmailAddress("ny@kontor.example"), "Ny", Role.AUDITOR, ClientScope.none(), "kort"));
        assertEquals(Optional.empty(), create.run(kari, "Kari", Role.AUDITOR, ClientScope.none(), PASSWORD));
    }

    private Caller withKey(Token key) {
        return authenticate.byKey(key.text()).orElseThrow().caller();
    }

    private Caller withKey(UserId owner, Right right) {
        return withKey(store.newKey(owner, ClientScope.all(), right, randomness, clock.instant()));
    }

    private UserId create(String email, Role role, ClientScope scope) {
        return new CreateUser(store, hasher, clock)
                .run(new EmailAddress(email), "Kari Nordmann", role, scope, PASSWORD)
                .orElseThrow();
    }

    private static SignIn.Started started(SignIn.Outcome outcome) {
        return assertInstanceOf(SignIn.Started.class, outcome);
    }
}
