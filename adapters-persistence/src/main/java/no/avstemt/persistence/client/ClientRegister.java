package no.avstemt.persistence.client;

import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.database.Transactions;

/** Which client accounts there are, whoever asks. The register belongs to the office. */
public final class ClientRegister {

    private final Transactions transactions;

    public ClientRegister(Transactions transactions) {
        this.transactions = transactions;
    }

    public boolean has(ClientAccountId client) {
        return transactions.office(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM client_account WHERE client_account_id = :client)")
                .bind("client", client.value())
                .mapTo(Boolean.class)
                .one());
    }
}
