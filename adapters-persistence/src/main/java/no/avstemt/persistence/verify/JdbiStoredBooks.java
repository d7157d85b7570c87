package no.avstemt.persistence.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.verify.ChainHead;
import no.avstemt.application.verify.Fault;
import no.avstemt.application.verify.StoredBooks;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.ChainHash;
import org.jdbi.v3.core.Handle;

/** Works inside the transaction of its handle. */
public final class JdbiStoredBooks implements StoredBooks {

    private final Handle handle;

    public JdbiStoredBooks(Handle handle) {
        this.handle = handle;
    }

    @Override
    public ChainHead head(ClientAccountId client) {
        return handle.createQuery(
                        "SELECT chain_position, chain_hash FROM journal_head WHERE client_account_id = :client")
                .bind("client", client.value())
                .map((row, context) ->
                        new ChainHead(client, row.getLong("chain_position"), new ChainHash(row.getBytes("chain_hash"))))
                .findOne()
                .orElse(new ChainHead(client, 0, ChainHash.START));
    }

    @Override
    public Optional<ChainHash> hashAt(ClientAccountId client, long position) {
        if (position == 0) {
            return Optional.of(ChainHash.START);
        }
        return handle.createQuery("""
                        SELECT chain_hash
                          FROM journal_entry
                         WHERE client_account_id = :client AND chain_position = :position
                        """)
                .bind("client", client.value())
                .bind("position", position)
                .mapTo(byte[].class)
                .findOne()
                .map(ChainHash::new);
    }

    @Override
    public Stretch chain(ClientAccountId client, Link after, int most) {
        List<StoredEntry> entries = new StoredEntries(handle, client).after(after.position(), most);
        ChainWalk walk = new ChainWalk(after);
        entries.forEach(walk::add);
        return walk.stretch();
    }

    @Override
    public List<Fault> asWhole(ClientAccountId client, Link last) {
        List<Fault> faults = new ArrayList<>();
        faults.addAll(new EndChecks(handle, client).faults(last));
        faults.addAll(new CounterChecks(handle, client).faults());
        faults.addAll(new LinkChecks(handle, client).faults());
        return faults;
    }
}
