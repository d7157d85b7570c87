package no.avstemt.web.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.avstemt.application.access.ApiKeyStore.KnownKey;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.Right;
import no.avstemt.application.client.ClientStore.ClientName;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.access.ApiKeysPage.KeyRow;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Addresses;

/** From a key to its row. */
record ApiKeyRows(Request request, Map<ClientAccountId, String> names) {

    private static final int NAMED = 3;

    ApiKeyRows(Request request, List<ClientName> clients) {
        this(request, clients.stream().collect(Collectors.toMap(ClientName::id, ClientName::name)));
    }

    KeyRow row(KnownKey key) {
        String withdrawn = key.withdrawnAt()
                .map(at -> request.texts()
                        .get("apiKeys.withdrawnAt", request.formats().dateAndTime(at)))
                .orElse("");
        return new KeyRow(
                key.name(),
                key.ownerName(),
                request.texts().get(key.right() == Right.WRITE ? "apiKeys.right.write" : "apiKeys.right.read"),
                scope(key.scope()),
                request.formats().dateAndTime(key.createdAt()),
                key.lastUsedAt()
                        .map(at -> request.formats().dateAndTime(at))
                        .orElse(request.texts().get("apiKeys.neverUsed")),
                withdrawn,
                withdrawn.isEmpty() ? Addresses.API_KEYS + "/" + key.id().value() + "/withdraw" : "");
    }

    /** The first few by name; those that the reader does not see are only counted. */
    private String scope(ClientScope scope) {
        if (scope.everyClient()) {
            return request.texts().get("apiKeys.scope.every");
        }
        List<String> named = scope.named().stream()
                .flatMap(client -> Optional.ofNullable(names.get(client)).stream())
                .sorted()
                .limit(NAMED)
                .toList();
        int more = scope.named().size() - named.size();
        String first = String.join(", ", named);
        return more == 0 ? first : request.texts().get("apiKeys.scope.more", first, Integer.toString(more));
    }
}
