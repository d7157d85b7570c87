package no.avstemt.application.client;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.access.Caller;
import no.avstemt.application.client.ClientStore.ClientName;
import no.avstemt.application.client.ClientStore.ClientOverview;
import no.avstemt.application.client.ClientStore.Freshness;
import no.avstemt.domain.client.ClientAccountId;

/** The client accounts that the caller may see, by name, with how each stands. */
public final class ListClients {

    private static final int SLICE = 50;

    private final UnitOfWork unitOfWork;

    public ListClients(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    public List<ClientOverview> run(Caller caller) {
        return slices(visible(caller)).stream()
                .flatMap(slice ->
                        unitOfWork.read(slice, stores -> stores.clients().overviews()).stream())
                .sorted(Comparator.comparing(
                                (ClientOverview row) -> row.client().name())
                        .thenComparing(row -> row.client().id().value()))
                .toList();
    }

    public List<ClientName> names(Caller caller) {
        return unitOfWork.read(visible(caller), stores -> stores.clients().names());
    }

    /** Of a client account that the caller may see. */
    public Freshness freshness(ClientAccountId client) {
        return unitOfWork.read(Set.of(client), stores -> stores.clients().freshness(client));
    }

    Set<ClientAccountId> visible(Caller caller) {
        return caller.scope().everyClient()
                ? Set.copyOf(
                        unitOfWork.read(Set.of(), stores -> stores.clients().allIds()))
                : caller.scope().named();
    }

    /**
     * An overview looks up the last rows of each client by key, and each look-up pays for every client account that its
     * unit of work sees: twenty units of fifty are ten times cheaper than one of a thousand.
     */
    static List<Set<ClientAccountId>> slices(Set<ClientAccountId> clients) {
        List<ClientAccountId> all = clients.stream()
                .sorted(Comparator.comparingLong(ClientAccountId::value))
                .toList();
        List<Set<ClientAccountId>> slices = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SLICE) {
            slices.add(Set.copyOf(all.subList(from, Math.min(all.size(), from + SLICE))));
        }
        return slices;
    }
}
