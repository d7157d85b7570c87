package no.avstemt.persistence.database;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.domain.client.ClientAccountId;
import org.jdbi.v3.core.Handle;

/** Units of work on PostgreSQL. The stores of one exist only inside it. */
public final class JdbiUnitOfWork implements UnitOfWork {

    private final Transactions transactions;
    private final Function<Handle, Stores> stores;
    private final ThreadLocal<Optional<OpenUnit>> open = ThreadLocal.withInitial(Optional::empty);

    /** @param stores over the handle of a transaction */
    public JdbiUnitOfWork(Transactions transactions, Function<Handle, Stores> stores) {
        this.transactions = transactions;
        this.stores = stores;
    }

    @Override
    public <T> T write(Set<ClientAccountId> clients, Function<Stores, T> work) {
        Optional<OpenUnit> joined = open.get();
        return joined.isPresent()
                ? joined.get().join(clients, work)
                : transactions.write(ids(clients), handle -> work.apply(stores.apply(handle)));
    }

    @Override
    public <T> T read(Set<ClientAccountId> clients, Function<Stores, T> work) {
        Optional<OpenUnit> joined = open.get();
        return joined.isPresent()
                ? joined.get().join(clients, work)
                : transactions.read(ids(clients), handle -> work.apply(stores.apply(handle)));
    }

    @Override
    public <T> T together(Set<ClientAccountId> clients, Function<Stores, T> work) {
        return transactions.write(ids(clients), handle -> {
            Stores own = stores.apply(handle);
            open.set(Optional.of(new OpenUnit(clients, handle, own)));
            try {
                return work.apply(own);
            } finally {
                open.remove();
            }
        });
    }

    private static List<Long> ids(Set<ClientAccountId> clients) {
        return clients.stream().map(ClientAccountId::value).toList();
    }
}
