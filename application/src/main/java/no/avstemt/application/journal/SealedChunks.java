package no.avstemt.application.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.period.MonthNotOpen;
import no.avstemt.domain.period.PeriodState;

/**
 * The entries of a file, numbered and sealed some thousand at a time, one chunk ahead in a thread of its own: the next is
 * read and hashed while the caller stores the one before.
 */
final class SealedChunks implements AutoCloseable {

    private static final int LINES_AT_ONCE = 30_000;

    private final ExecutorService ahead = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "import-ahead");
        thread.setDaemon(true);
        return thread;
    });
    private final EntrySource source;
    private final Voucher voucher;
    private final String importedBy;
    private final Optional<String> heldReason;
    private JournalHead head;
    private Future<Sealed> coming;

    /**
     * @param head locked by the caller, who alone posts until this is closed
     * @param heldReason why what is dated in a held month is posted all the same
     */
    SealedChunks(
            EntrySource source, JournalHead head, Voucher voucher, String importedBy, Optional<String> heldReason) {
        this.source = source;
        this.head = head;
        this.voucher = voucher;
        this.importedBy = importedBy;
        this.heldReason = heldReason;
        coming = ahead.submit(this::read);
    }

    /** Empty at the end of the file. */
    Optional<Sealed> next() {
        try {
            Sealed chunk = coming.get();
            if (chunk.entries().isEmpty()) {
                return Optional.empty();
            }
            coming = ahead.submit(this::read);
            return Optional.of(chunk);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The import was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MonthNotOpen refused) {
                throw refused;
            }
            throw new IllegalStateException("The import stopped", e.getCause());
        }
    }

    private Sealed read() throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        int lines = 0;
        while (lines < LINES_AT_ONCE) {
            Optional<EntryInFile> next = source.next();
            if (next.isEmpty()) {
                break;
            }
            JournalEntry entry = entry(next.get());
            entries.add(entry);
            lines += entry.lines().size();
        }
        Sealed chunk = Sealed.after(head, entries);
        head = chunk.end();
        return chunk;
    }

    private JournalEntry entry(EntryInFile read) {
        if (!read.problems().isEmpty()) {
            throw new IllegalStateException("The file is not what it was: " + read.problems());
        }
        JournalEntry entry = read.entry(voucher, importedBy);
        return heldReason
                .filter(reason -> head.periods().state(read.date()) == PeriodState.HELD)
                .map(entry::although)
                .orElse(entry);
    }

    @Override
    public void close() {
        ahead.shutdownNow();
    }
}
