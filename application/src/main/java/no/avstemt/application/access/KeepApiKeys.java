package no.avstemt.application.access;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.access.ApiKeyStore.KnownKey;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.OfficeEvent;
import no.avstemt.application.audit.OfficeEvent.Action;

/**
 * Each makes and withdraws keys of their own; administrators see all keys and withdraw any. Every change stands in the
 * history of the office, in words that stay readable when the key is forgotten.
 */
public final class KeepApiKeys {

    private final UnitOfWork unit;
    private final Randomness randomness;
    private final Clock clock;

    public KeepApiKeys(UnitOfWork unit, Randomness randomness, Clock clock) {
        this.unit = unit;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** Those that the caller may withdraw, and those that were. */
    public List<KnownKey> of(Caller caller) {
        return unit.read(Set.of(), stores -> stores.office().apiKeys().all()).stream()
                .filter(key -> isOf(caller, key))
                .toList();
    }

    /**
     * A key that sees and does no more than its owner.
     *
     * @return what to show the owner, this once
     * @throws IllegalArgumentException when it would see or do more
     */
    public Token make(Caller owner, String name, ClientScope scope, Right right) {
        if (!owner.scope().everyClient() && !owner.scope().named().containsAll(scope.named())) {
            throw new IllegalArgumentException("A key for client accounts that its owner does not see: " + scope);
        }
        if (right == Right.WRITE && !owner.mayWrite()) {
            throw new IllegalArgumentException("A key that writes, of one who may not");
        }
        Token key = Token.nextKey(randomness);
        Instant now = clock.instant();
        return unit.write(scope.named(), stores -> {
            stores.office().apiKeys().add(new ApiKey(key.hash(), owner.user(), name, scope, right, now));
            Map<String, String> after = new LinkedHashMap<>();
            after.put("access_right", right.name().toLowerCase(Locale.ROOT));
            after.put("client_accounts", scope.everyClient() ? "*" : names(stores));
            record(stores, owner, Action.API_KEY_MADE, name, Map.of(), after);
            return key;
        });
    }

    /** False when the caller has no such key, or it was withdrawn before. */
    public boolean withdraw(Caller caller, ApiKeyId id) {
        return unit.write(Set.of(), stores -> {
            Optional<KnownKey> withdrawn = stores.office().apiKeys().all().stream()
                    .filter(key -> key.id().equals(id) && isOf(caller, key))
                    .findFirst()
                    .filter(key -> stores.office().apiKeys().withdraw(id, clock.instant()));
            withdrawn.ifPresent(key -> record(
                    stores,
                    caller,
                    Action.API_KEY_WITHDRAWN,
                    key.name(),
                    Map.of("key_owner", key.ownerName()),
                    Map.of()));
            return withdrawn.isPresent();
        });
    }

    private static boolean isOf(Caller caller, KnownKey key) {
        return caller.role() == Role.ADMINISTRATOR || caller.user().equals(key.owner());
    }

    private static String names(Stores stores) {
        return stores.clients().names().stream().map(client -> client.name()).collect(Collectors.joining(", "));
    }

    private void record(
            Stores stores,
            Caller caller,
            Action action,
            String name,
            Map<String, String> before,
            Map<String, String> after) {
        stores.office()
                .history()
                .record(new OfficeEvent(clock.instant(), Actor.of(caller), action, name, before, after));
    }
}
