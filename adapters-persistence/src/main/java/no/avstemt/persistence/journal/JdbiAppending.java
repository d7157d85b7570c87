package no.avstemt.persistence.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import no.avstemt.application.journal.JournalStore;
import no.avstemt.application.journal.Stamp;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.persistence.database.BulkInsert;
import org.jdbi.v3.core.Handle;

/**
 * Batch after batch into the journal. The lines of one are made ready in a thread of its own while the database writes
 * those of the one before; only the caller's thread speaks with the database. A single batch needs no such thread.
 */
final class JdbiAppending implements JournalStore.Appending {

    /** What is kept between batches is dropped beyond this, so that memory is constant. */
    private static final int MUCH_KEPT = 200_000;

    private final Handle handle;
    private final ClientAccountId client;
    private final EntryRows rows;
    private final Counters counters;
    private final List<Long> reversals = new ArrayList<>();
    private LinesToBe linesToBe;
    private Optional<FutureTask<Ready>> coming = Optional.empty();
    private Optional<ExecutorService> ahead = Optional.empty();

    JdbiAppending(Handle handle, ClientAccountId client, Stamp stamp) {
        this.handle = handle;
        this.client = client;
        rows = new EntryRows(handle, client, stamp);
        counters = new Counters(handle, client);
        linesToBe = new LinesToBe(handle, client);
    }

    /** A batch whose headers stand in the database already. */
    private record Ready(
            List<PostedEntry> entries, Map<Long, Long> ids, BulkInsert<NewLine> lines, Counters.Movements movements) {}

    @Override
    public void add(List<PostedEntry> entries, JournalHead after) {
        Optional<Ready> before = coming.map(JdbiAppending::result);
        if (linesToBe.kept() > MUCH_KEPT) {
            before.ifPresent(this::write);
            before = Optional.empty();
            counters.write(counters.rest());
            linesToBe = new LinesToBe(handle, client);
        }
        add(entries, rows.add(entries, after), before);
    }

    /** One entry and nothing else, under the id that it has already. */
    void addUnder(long id, PostedEntry entry, JournalHead after) {
        add(List.of(entry), rows.addUnder(id, entry, after), Optional.empty());
    }

    private void add(List<PostedEntry> entries, Map<Long, Long> ids, Optional<Ready> before) {
        linesToBe.learn(entries);
        FutureTask<Ready> next = new FutureTask<>(() -> ready(entries, ids));
        if (coming.isEmpty()) {
            next.run();
        } else {
            thread().execute(next);
        }
        coming = Optional.of(next);
        before.ifPresent(this::write);
    }

    private Ready ready(List<PostedEntry> entries, Map<Long, Long> ids) {
        List<NewLine> lines = linesToBe.of(entries, ids);
        return new Ready(entries, ids, LineRows.of(handle, client, lines), counters.of(lines));
    }

    private void write(Ready batch) {
        batch.lines().execute();
        new SourceLinks(handle, client).add(batch.entries(), batch.ids());
        counters.write(batch.movements());
        batch.entries().stream()
                .filter(posted -> posted.entry().reversal().isPresent())
                .forEach(posted ->
                        reversals.add(Objects.requireNonNull(batch.ids().get(posted.chainPosition()))));
    }

    @Override
    public void finish() {
        coming.map(JdbiAppending::result).ifPresent(this::write);
        coming = Optional.empty();
        counters.write(counters.rest());
        new CancelledLines(handle, client).count(reversals);
    }

    private ExecutorService thread() {
        if (ahead.isEmpty()) {
            ahead = Optional.of(Executors.newSingleThreadExecutor(work -> {
                Thread thread = new Thread(work, "journal-ahead");
                thread.setDaemon(true);
                return thread;
            }));
        }
        return ahead.get();
    }

    private static Ready result(FutureTask<Ready> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The posting was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("The lines could not be made", e.getCause());
        }
    }

    @Override
    public void close() {
        ahead.ifPresent(ExecutorService::shutdownNow);
    }
}
