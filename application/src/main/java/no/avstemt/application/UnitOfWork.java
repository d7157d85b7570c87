package no.avstemt.application;

import java.util.Set;
import java.util.function.Function;
import no.avstemt.domain.client.ClientAccountId;

/**
 * One transaction over all stores, seeing only the given client accounts. Nothing of a store may be used outside it, and
 * one cannot be begun inside another. The work may be run again when the database asks for it, so it must not have
 * effects of its own; no HTTP, mail or rendering belongs inside.
 */
public interface UnitOfWork {

    /** Reads and writes; all or nothing. */
    <T> T write(Set<ClientAccountId> clients, Function<Stores, T> work);

    /** Reads one unchanging moment of the books while others go on posting. */
    <T> T read(Set<ClientAccountId> clients, Function<Stores, T> work);
}
