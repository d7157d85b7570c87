package no.avstemt.application.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.access.AccessStore.OwnedKey;
import no.avstemt.application.access.Authenticate.SignedIn;
import no.avstemt.domain.client.ClientAccountId;
import org.junit.jupiter.api.Test;

/** What every {@link AccessStore} does. */
public abstract class AccessStoreContract {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final PasswordHash HASH = new PasswordHash("$argon2id$v=19$m=1,t=1,p=1$c2FsdA$aGFzaA");

    /** The store under test, empty at the start of each test. */
    protected abstract AccessStore store();

    /** As the store knows it from now on. */
    protected abstract ApiKeyId addKey(ApiKey key);

    /** A client account that exists, another one at each call. */
    protected abstract ClientAccountId newClient();

    @Test
    public void a_user_is_found_by_address_and_by_id_with_everything_kept() {
        ClientAccountId first = newClient();
        ClientAccountId second = newClient();
        ClientScope scope = ClientScope.of(Set.of(first, second));

        UserId id = add("kari@kontor.example", Role.ACCOUNTANT, scope);

        User user = store().user(id).orElseThrow();
        assertEquals(
                new User(
                        id,
                        new EmailAddress("kari@kontor.example"),
                        "Kari Nordmann",
                        Role.ACCOUNTANT,
                        scope,
                        Optional.empty(),
                        true),
                user);
        AccessStore.WithPassword known = store().userByEmail(user.email()).orElseThrow();
        assertEquals(user, known.user());
        assertEquals(HASH, known.password());
    }

    @Test
    public void an_administrator_sees_every_client_account() {
        UserId id = add("admin@kontor.example", Role.ADMINISTRATOR, ClientScope.all());

        assertEquals(ClientScope.all(), store().user(id).orElseThrow().scope());
    }

    @Test
    public void an_accountant_may_be_given_every_client_account_or_none() {
        UserId every = add("alle@kontor.example", Role.ACCOUNTANT, ClientScope.all());
        UserId none = add("ingen@kontor.example", Role.ACCOUNTANT, ClientScope.none());

        assertEquals(ClientScope.all(), store().user(every).orElseThrow().scope());
        assertEquals(ClientScope.none(), store().user(none).orElseThrow().scope());
    }

    @Test
    public void an_address_belongs_to_one_user() {
        UserId first = add("kari@kontor.example", Role.ACCOUNTANT, ClientScope.none());

        Optional<UserId> second =
                store().addUser(newUser("kari@kontor.example", Role.AUDITOR, ClientScope.none()), NOW);

        assertEquals(Optional.empty(), second);
        assertEquals(Role.ACCOUNTANT, store().user(first).orElseThrow().role());
    }

    @Test
    public void nobody_is_found_by_an_unknown_address_or_id() {
        assertEquals(Optional.empty(), store().userByEmail(new EmailAddress("ukjent@kontor.example")));
        assertEquals(Optional.empty(), store().user(new UserId(987_654_321)));
    }

    @Test
    public void language_and_being_active_can_change() {
        UserId id = add("kari@kontor.example", Role.ACCOUNTANT, ClientScope.none());

        store().chooseLanguage(id, Language.ENGLISH);
        store().setActive(id, false);

        User user = store().user(id).orElseThrow();
        assertEquals(Optional.of(Language.ENGLISH), user.language());
        assertEquals(false, user.active());
    }

    @Test
    public void a_session_lives_until_it_is_ended() {
        UserId user = add("kari@kontor.example", Role.ACCOUNTANT, ClientScope.none());
        Session session = session("a", user, NOW.plus(Duration.ofHours(12)));
        store().addSession(session);

        SignedIn found = store().session(session.id()).orElseThrow();
        assertEquals(session, found.session());
        assertEquals(store().user(user).orElseThrow(), found.user());

        store().endSession(session.id());
        assertEquals(Optional.empty(), store().session(session.id()));
    }

    @Test
    public void sessions_that_are_over_are_forgotten_and_others_kept() {
        UserId user = add("kari@kontor.example", Role.ACCOUNTANT, ClientScope.none());
        Session old = session("old", user, NOW.plusSeconds(1));
        Session young = session("young", user, NOW.plusSeconds(100));
        store().addSession(old);
        store().addSession(young);

        store().forgetSessionsEndedBefore(NOW.plusSeconds(50));

        assertEquals(Optional.empty(), store().session(old.id()));
        assertEquals(Optional.of(young), store().session(young.id()).map(SignedIn::session));
    }

    @Test
    public void a_key_is_found_by_its_hash_with_everything_kept() {
        UserId owner = add("kari@kontor.example", Role.ADMINISTRATOR, ClientScope.all());
        ApiKey wide = key("wide", owner, ClientScope.all(), Right.WRITE);
        ApiKey narrow = key("narrow", owner, ClientScope.of(newClient()), Right.READ);

        ApiKeyId first = addKey(wide);
        ApiKeyId second = addKey(narrow);

        assertNotEquals(first, second);
        User administrator = store().user(owner).orElseThrow();
        assertEquals(Optional.of(new OwnedKey(first, wide, administrator)), store().apiKey(wide.hash()));
        assertEquals(Optional.of(new OwnedKey(second, narrow, administrator)), store().apiKey(narrow.hash()));
        assertTrue(store().apiKey(new Token("other").hash()).isEmpty());
    }

    private UserId add(String email, Role role, ClientScope scope) {
        return store().addUser(newUser(email, role, scope), NOW).orElseThrow();
    }

    private static NewUser newUser(String email, Role role, ClientScope scope) {
        return new NewUser(new EmailAddress(email), "Kari Nordmann", role, scope, HASH);
    }

    private static Session session(String cookie, UserId user, Instant endsAt) {
        return new Session(new Token(cookie).hash(), user, new Token("csrf-" + cookie), NOW, endsAt);
    }

    private static ApiKey key(String text, UserId owner, ClientScope scope, Right right) {
        return new ApiKey(new Token(text).hash(), owner, "For " + text, scope, right, NOW);
    }
}
