package no.avstemt.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.text.Message;

/**
 * Names several client accounts at once, of a route that only reads. A route that takes it is closed to whoever may not see
 * each of them, in the words that one foreign client account gives.
 */
public final class SeveralClients {

    private static final int MOST = 500;

    public static final Param<List<ClientAccountId>> PARAM = Param.required(
                    "client_account_ids",
                    new ParamType<>(
                            "string",
                            "ids",
                            List.of(),
                            Message.of("param.clients", Integer.toString(MOST)),
                            SeveralClients::parse))
            .describedAs("Ids of client accounts, parted by commas, each once. One that is not yours gives 403.");

    private SeveralClients() {}

    static Optional<List<ClientAccountId>> parse(String text) {
        List<ClientAccountId> clients = new ArrayList<>();
        for (String id : text.split(",", -1)) {
            Optional<ClientAccountId> client = Gate.parseClient(id.strip());
            if (client.isEmpty() || clients.contains(client.get()) || clients.size() == MOST) {
                return Optional.empty();
            }
            clients.add(client.get());
        }
        return Optional.of(clients);
    }
}
