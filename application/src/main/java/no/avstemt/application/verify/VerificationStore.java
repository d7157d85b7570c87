package no.avstemt.application.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.domain.client.ClientAccountId;

/** The proofs that were made of client accounts, so that everyone sees the last one. */
public interface VerificationStore {

    /** @return its id */
    long begin(ClientAccountId client, Actor actor, Instant at, long total);

    void progress(ClientAccountId client, long id, Instant at, long entries, long lines);

    /** @param done with its end and its faults */
    void end(ClientAccountId client, Verification done);

    Optional<Verification> find(ClientAccountId client, long id);

    long count(ClientAccountId client);

    /** The latest first. */
    List<Verification> page(ClientAccountId client, long offset, int most);
}
