package no.avstemt.application.favourite;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.application.access.UserId;
import no.avstemt.domain.client.ClientAccountId;

/**
 * Where a user's favourites stand together.
 *
 * @param client whose pages they are; none for pages about several client accounts
 */
public record Shelf(UserId user, Optional<ClientAccountId> client) {

    Set<ClientAccountId> clients() {
        return client.stream().collect(Collectors.toUnmodifiableSet());
    }
}
