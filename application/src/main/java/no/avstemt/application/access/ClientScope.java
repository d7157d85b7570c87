package no.avstemt.application.access;

import java.util.HashSet;
import java.util.Set;
import no.avstemt.domain.client.ClientAccountId;

/** The client accounts that someone may see: every one, now and later, or those named. */
public record ClientScope(boolean everyClient, Set<ClientAccountId> named) {

    public ClientScope {
        named = Set.copyOf(named);
        if (everyClient && !named.isEmpty()) {
            throw new IllegalArgumentException("A scope is every client account or names some, not both: " + named);
        }
    }

    public static ClientScope all() {
        return new ClientScope(true, Set.of());
    }

    public static ClientScope of(Set<ClientAccountId> clients) {
        return new ClientScope(false, clients);
    }

    public static ClientScope of(ClientAccountId client) {
        return of(Set.of(client));
    }

    public static ClientScope none() {
        return of(Set.of());
    }

    public boolean covers(ClientAccountId client) {
        return everyClient || named.contains(client);
    }

    /** What both may see: an API key never sees more than its owner. */
    public ClientScope and(ClientScope other) {
        if (everyClient) {
            return other;
        }
        if (other.everyClient) {
            return this;
        }
        Set<ClientAccountId> both = new HashSet<>(named);
        both.retainAll(other.named);
        return of(both);
    }
}
