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

    public static final int MOST = 500;

    private static final String NAME = "client_account_ids";
    private static final ParamType<List<ClientAccountId>> IDS = new ParamType<>(
            "string", "ids", List.of(), Message.of("param.clients", Integer.toString(MOST)), SeveralClients::parse);

    public static final Param<List<ClientAccountId>> PARAM = Param.required(NAME, IDS)
            .describedAs("Ids of client accounts, parted by commas, each once. One that is not yours gives 403.");

    /** For a page on which they are ticked: any number of times, each one or more of them; or not at all. */
    public static final Param<List<List<ClientAccountId>>> TICKED = Param.each(NAME, IDS);

    private SeveralClients() {}

    /** Those that a request to this route names; empty when it does not name them as it must. */
    static Optional<List<ClientAccountId>> named(Route route, Given given) {
        List<String> texts = given.query().all(NAME);
        if (route.params().contains(PARAM)) {
            return texts.size() == 1 ? parse(texts.get(0)) : Optional.empty();
        }
        return route.params().contains(TICKED)
                ? TICKED.wrap().apply(texts).map(SeveralClients::all)
                : Optional.of(List.of());
    }

    private static List<ClientAccountId> all(List<List<ClientAccountId>> ticked) {
        return ticked.stream().flatMap(List::stream).distinct().toList();
    }

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
