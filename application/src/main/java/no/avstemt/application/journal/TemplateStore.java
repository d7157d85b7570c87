package no.avstemt.application.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.EntryTemplate;

/** Entries that come again. Each name is there once, whatever its letters' case; what lines name must exist. */
public interface TemplateStore {

    /**
     * By name.
     *
     * @param search a part of the name or the description
     */
    Found page(ClientAccountId client, Optional<String> search, long offset, int limit);

    Optional<StoredTemplate> find(ClientAccountId client, long id);

    /** @return its id; empty when the name is taken */
    Optional<Long> add(ClientAccountId client, EntryTemplate template, Actor by, Instant at);

    /** Of one that is there; false, and nothing is changed, when another has the name. */
    boolean change(ClientAccountId client, long id, EntryTemplate template);

    void remove(ClientAccountId client, long id);

    /** @param records on all pages */
    record Found(long records, List<StoredTemplate> page) {

        public Found {
            page = List.copyOf(page);
        }
    }
}
