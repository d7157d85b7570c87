package no.avstemt.persistence.database;

import java.util.Set;
import java.util.function.Function;
import no.avstemt.application.Stores;
import no.avstemt.domain.client.ClientAccountId;
import org.jdbi.v3.core.Handle;

/** A transaction that others join, one after the other. Each is undone alone when it throws. */
final class OpenUnit {

    private static final String PART = "part";

    private final Set<ClientAccountId> clients;
    private final Handle handle;
    private final Stores stores;
    private boolean inPart;

    OpenUnit(Set<ClientAccountId> clients, Handle handle, Stores stores) {
        this.clients = Set.copyOf(clients);
        this.handle = handle;
        this.stores = stores;
    }

    <T> T join(Set<ClientAccountId> asked, Function<Stores, T> work) {
        if (inPart) {
            throw new IllegalStateException("A unit of work inside another unit of work");
        }
        if (!clients.containsAll(asked)) {
            throw new IllegalStateException("A unit for client accounts " + asked + " cannot join one for " + clients);
        }
        inPart = true;
        handle.savepoint(PART);
        boolean done = false;
        try {
            T result = work.apply(stores);
            handle.releaseSavepoint(PART);
            done = true;
            return result;
        } finally {
            inPart = false;
            if (!done) {
                handle.rollbackToSavepoint(PART);
            }
        }
    }
}
