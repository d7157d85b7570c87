package no.avstemt.application.verify;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.verify.StoredBooks.Link;
import no.avstemt.application.verify.StoredBooks.Stretch;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.ChainHash;

/**
 * Proves the books of one client account. The chain is read stretch by stretch, each in a unit of its own, so that neither
 * memory nor a transaction grows with the journal: what is posted meanwhile comes after what was read. Sums are then read at
 * one moment.
 */
public final class VerifyBooks {

    private static final int AT_ONCE = 4_000;
    private static final int STRETCHES_TO_TELL = 5;

    private final UnitOfWork unit;
    private final Clock clock;

    public VerifyBooks(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** @param kept a head of this client's chain from before */
    public Verification run(ClientAccountId client, Actor actor, Optional<ChainHead> kept) {
        checkOwn(client, kept);
        return finish(client, begin(client, actor), kept);
    }

    /** Notes that it begins; {@link #finish} does it. */
    Verification begin(ClientAccountId client, Actor actor) {
        return unit.write(Set.of(client), stores -> {
            long total = stores.storedBooks().head(client).position();
            long id = stores.verifications().begin(client, actor, clock.instant(), total);
            return stores.verifications().find(client, id).orElseThrow();
        });
    }

    /** @throws IllegalArgumentException for a head of another client's chain: it says nothing of this one */
    static void checkOwn(ClientAccountId client, Optional<ChainHead> kept) {
        kept.filter(head -> !head.client().equals(client)).ifPresent(head -> {
            throw new IllegalArgumentException("The chain head belongs to client account " + head.client());
        });
    }

    Verification finish(ClientAccountId client, Verification begun, Optional<ChainHead> kept) {
        Found found = new Found();
        Link last = Link.START;
        for (int stretches = 1; ; stretches++) {
            Link after = last;
            Stretch stretch =
                    unit.read(Set.of(client), stores -> stores.storedBooks().chain(client, after, AT_ONCE));
            if (stretch.entries() == 0) {
                break;
            }
            found.add(stretch);
            last = stretch.last();
            if (stretches % STRETCHES_TO_TELL == 0) {
                tell(client, begun, found);
            }
        }
        Link walked = last;
        Stretch rest = unit.read(Set.of(client), stores -> whole(stores.storedBooks(), client, walked, kept));
        found.add(rest);
        return end(client, begun, found, rest.last().hash());
    }

    /** What was posted meanwhile, and then the sums, at one moment. */
    private static Stretch whole(StoredBooks books, ClientAccountId client, Link walked, Optional<ChainHead> kept) {
        Link last = walked;
        long entries = 0;
        long lines = 0;
        List<Fault> faults = new ArrayList<>();
        Stretch more = books.chain(client, last, AT_ONCE);
        while (more.entries() > 0) {
            entries += more.entries();
            lines += more.lines();
            faults.addAll(more.faults());
            last = more.last();
            more = books.chain(client, last, AT_ONCE);
        }
        kept.flatMap(head -> againstKept(books, client, head)).ifPresent(faults::add);
        faults.addAll(books.asWhole(client, last));
        return new Stretch(entries, lines, last, faults);
    }

    /** Whether the journal goes through where it once ended. */
    private static Optional<Fault> againstKept(StoredBooks books, ClientAccountId client, ChainHead kept) {
        Optional<ChainHash> now = books.hashAt(client, kept.position());
        return now.equals(Optional.of(kept.hash()))
                ? Optional.empty()
                : Optional.of(Fault.of(
                        Check.KEPT_HEAD,
                        Long.toString(kept.position()),
                        kept.hash(),
                        now.map(ChainHash::toString).orElse("–")));
    }

    private void tell(ClientAccountId client, Verification begun, Found found) {
        unit.write(Set.of(client), stores -> {
            stores.verifications().progress(client, begun.id(), clock.instant(), found.entries, found.lines);
            return true;
        });
    }

    private Verification end(ClientAccountId client, Verification begun, Found found, ChainHash hash) {
        Verification done = new Verification(
                begun.id(),
                begun.startedAt(),
                begun.startedBy(),
                clock.instant(),
                Optional.of(clock.instant()),
                begun.total(),
                found.entries,
                found.lines,
                Optional.of(hash),
                found.count,
                found.first);
        unit.write(Set.of(client), stores -> {
            stores.verifications().end(client, done);
            return true;
        });
        return done;
    }

    /** What was found so far; of many faults the first are kept. */
    private static final class Found {

        private long entries;
        private long lines;
        private long count;
        private final List<Fault> first = new ArrayList<>();

        void add(Stretch stretch) {
            entries += stretch.entries();
            lines += stretch.lines();
            add(stretch.faults());
        }

        void add(List<Fault> faults) {
            count += faults.size();
            faults.stream()
                    .limit(Math.max(0, Verification.FAULTS_KEPT - first.size()))
                    .forEach(first::add);
        }
    }
}
