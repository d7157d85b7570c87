package no.avstemt.application.personal;

import java.time.Instant;
import java.util.Optional;
import no.avstemt.domain.client.ClientAccountId;

/** Who chose personal data, and what there is of it. */
public interface PersonalDataStore {

    Optional<PersonalDataChoice> find(ClientAccountId client);

    void choose(ClientAccountId client, PersonalDataChoice choice);

    /** From now on nothing is asked for; what is being stored is there before this returns. */
    void refuse(ClientAccountId client);

    /** Of a settlement entry, or else of its sale, as Vipps's JSON. */
    Optional<String> of(ClientAccountId client, long settlementEntryId, Instant paidFrom);

    /** @return of how many settlement entries and sales */
    int deleteBefore(ClientAccountId client, Instant paidBefore);

    /** @return of how many settlement entries and sales */
    int deleteAll(ClientAccountId client);
}
