package no.avstemt.persistence.client;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.database.Transactions;

/**
 * Which client accounts there are, whoever asks. The register belongs to the office, and nothing is ever taken out of it:
 * what it once had is not asked again.
 */
public final class ClientRegister {

    private final Transactions transactions;
    private final Set<ClientAccountId> known = ConcurrentHashMap.newKeySet();

    public ClientRegister(Transactions transactions) {
        this.transactions = transactions;
    }

    public boolean has(ClientAccountId client) {
        if (known.contains(client)) {
            return true;
        }
        boolean has = isThere(client);
        if (has) {
            known.add(client);
        }
        return has;
    }

    private boolean isThere(ClientAccountId client) {
        return transactions.office(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM client_account WHERE client_account_id = :client)")
                .bind("client", client.value())
                .mapTo(Boolean.class)
                .one());
    }
}
