package no.avstemt.application.verify;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.domain.client.ClientAccountId;

/** The proofs of a client account, and the head of its chain to be kept. */
public final class ShowVerifications {

    private final UnitOfWork unit;

    public ShowVerifications(UnitOfWork unit) {
        this.unit = unit;
    }

    public record Page(long records, List<Verification> shown) {

        public Page {
            shown = List.copyOf(shown);
        }
    }

    public ChainHead head(ClientAccountId client) {
        return unit.read(Set.of(client), stores -> stores.storedBooks().head(client));
    }

    public Optional<Verification> find(ClientAccountId client, long id) {
        return unit.read(Set.of(client), stores -> stores.verifications().find(client, id));
    }

    /** The latest first. */
    public Page page(ClientAccountId client, long offset, int most) {
        return unit.read(
                Set.of(client),
                stores -> new Page(
                        stores.verifications().count(client),
                        stores.verifications().page(client, offset, most)));
    }
}
