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

    /**
     * Makes one of all units that the work begins, one after the other, for client accounts among these: they join this
     * one and are there, or not, with it. One that throws is undone alone. A unit that joins to read sees what was written
     * before it, and what others commit meanwhile.
     */
    <T> T together(Set<ClientAccountId> clients, Function<Stores, T> work);
}
