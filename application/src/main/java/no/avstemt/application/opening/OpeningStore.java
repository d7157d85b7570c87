package no.avstemt.application.opening;

import java.util.Optional;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.domain.client.ClientAccountId;

/** What is posted of opening balances. */
public interface OpeningStore {

    /** The opening entry that is not cancelled. */
    Optional<EntryRef> standing(ClientAccountId client);
}
