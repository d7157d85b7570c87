package no.avstemt.application.client;

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

    private final UnitOfWork unitOfWork;

    public ListClients(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    public List<ClientOverview> run(Caller caller) {
        return unitOfWork.read(visible(caller), stores -> stores.clients().overviews());
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
}
