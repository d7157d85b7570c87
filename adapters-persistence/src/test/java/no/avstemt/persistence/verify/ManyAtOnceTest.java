package no.avstemt.persistence.verify;

import static no.avstemt.persistence.GivenBooks.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.Reader;
import java.io.StringReader;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.journal.CancelEntry;
import no.avstemt.application.journal.EntryFile;
import no.avstemt.application.journal.EntryOutcome;
import no.avstemt.application.journal.ImportEntries;
import no.avstemt.application.journal.ImportEntries.Missing;
import no.avstemt.application.journal.Post;
import no.avstemt.application.journal.PostEntry;
import no.avstemt.application.period.PeriodStore.Closed;
import no.avstemt.application.period.PeriodStore.Told;
import no.avstemt.application.verify.Fault;
import no.avstemt.application.verify.StoredBooks;
import no.avstemt.application.verify.StoredBooks.Link;
import no.avstemt.application.verify.StoredBooks.Stretch;
import no.avstemt.application.verify.VerifyBooks;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.journal.DraftLine;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.period.MonthNotOpen;
import no.avstemt.domain.period.PeriodState;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Sixteen workers do whatever can be done to the books of the same five client accounts, allowed or not. After every step the
 * books are whole, and at the end they hold what the calls said was done and nothing else.
 */
final class ManyAtOnceTest {

    private static final int WORKERS = 16;
    private static final int CLIENTS = 5;
    private static final int STEPS = Boolean.getBoolean("avstemt.test.long") ? 150 : 8;
    private static final long SEED = System.nanoTime();
    private static final Actor KARI = Actor.system("Kari");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final YearMonth FIRST = YearMonth.of(2026, 1);

    @AutoClose
    private final GivenBooks books = new GivenBooks();

    private final Post post = new Post(CLOCK);
    private final PostEntry postEntry = new PostEntry(books.unit(), post, CLOCK);
    private final CancelEntry cancelEntry =
            new CancelEntry(books.unit(), post, (language, number, text) -> "Tilbakeføring av " + number, CLOCK);
    private final ImportEntries importEntries = new ImportEntries(books.unit(), post, CLOCK);
    private final Map<ClientAccountId, Long> done = new ConcurrentHashMap<>();

    /** Something that is done to the books; gives how many entries it says to have posted. */
    @FunctionalInterface
    private interface Action {

        long on(ClientAccountId client, Random random);
    }

    /** Whatever can be done: one line each. The first ones are done more often. */
    private final List<Action> actions = List.of(
            (client, random) -> posted(client, "6300", "2050", day(random), random.nextInt(1, 100_000)),
            (client, random) -> imported(client, day(random), random.nextInt(1, 9), true),
            (client, random) -> cancelled(client, random),
            (client, random) -> closed(client, random),
            (client, random) -> opened(client, random),
            (client, random) -> posted(client, "6300", "9999", day(random), 100), // no such account
            (client, random) -> imported(client, day(random), 3, false)); // the last entry does not balance

    @Test
    void books_stay_whole_whatever_many_do_to_them_at_once() throws InterruptedException, ExecutionException {
        List<ClientAccountId> clients = new ArrayList<>();
        for (int number = 1; number <= CLIENTS; number++) {
            clients.add(books.client("Klient " + number));
        }
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                Random random = new Random(SEED + worker);
                running.add(workers.submit(() -> work(clients, random)));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        } finally {
            workers.shutdownNow();
        }

        for (ClientAccountId client : clients) {
            assertEquals(
                    done.getOrDefault(client, 0L),
                    books.read(client, stores -> stores.journal().head(client)).chainPosition(),
                    "A refused call changes nothing, seed " + SEED);
            assertEquals(
                    List.of(),
                    new VerifyBooks(books.unit(), CLOCK)
                            .run(client, KARI, Optional.empty())
                            .faults(),
                    "Seed " + SEED);
        }
    }

    private void work(List<ClientAccountId> clients, Random random) {
        for (int step = 0; step < STEPS; step++) {
            ClientAccountId client = clients.get(random.nextInt(clients.size()));
            Action action = actions.get(Math.min(random.nextInt(actions.size()), random.nextInt(actions.size())));
            long entries = action.on(client, random);
            done.merge(client, entries, Long::sum);
            assertEquals(
                    List.of(),
                    books.read(client, stores -> faults(stores.storedBooks(), client)),
                    "Seed " + SEED + ", step " + step);
        }
    }

    private static List<Fault> faults(StoredBooks stored, ClientAccountId client) {
        List<Fault> faults = new ArrayList<>();
        Link last = Link.START;
        Stretch stretch = stored.chain(client, last, 1_000);
        while (stretch.entries() > 0) {
            faults.addAll(stretch.faults());
            last = stretch.last();
            stretch = stored.chain(client, last, 1_000);
        }
        faults.addAll(stored.asWhole(client, last));
        return faults;
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2026, random.nextInt(1, 5), random.nextInt(1, 29));
    }

    private long posted(ClientAccountId client, String debit, String credit, LocalDate day, long ore) {
        EntryDraft draft = new EntryDraft(
                day, "Husleie", Optional.empty(), List.of(line(debit, ore), line(credit, Math.negateExact(ore))));
        return once(() -> postEntry.run(client, KARI, draft) instanceof EntryOutcome.Done ? 1 : 0);
    }

    private static DraftLine line(String account, long ore) {
        return DraftLine.inKroner(Optional.of(new AccountCode(account)), ore, DimensionSet.NONE, "");
    }

    private long imported(ClientAccountId client, LocalDate day, int entries, boolean whole) {
        StringBuilder csv =
                new StringBuilder("entry_id,date,account,debit_minor,credit_minor,description,project,department\n");
        for (int entry = 1; entry <= entries; entry++) {
            long credit = whole || entry < entries ? 100 : 99;
            csv.append(entry).append(',').append(day).append(",6300,100,0,a,,\n");
            csv.append(entry)
                    .append(',')
                    .append(day)
                    .append(",2050,0,")
                    .append(credit)
                    .append(",a,,\n");
        }
        EntryFile file = new EntryFile() {
            @Override
            public String name() {
                return "file.csv";
            }

            @Override
            public Reader open() {
                return new StringReader(csv.toString());
            }
        };
        return once(() ->
                importEntries.run(client, KARI, file, Missing.REFUSE) instanceof ImportEntries.Imported ? entries : 0);
    }

    private long cancelled(ClientAccountId client, Random random) {
        List<Long> entries = ids(client);
        if (entries.isEmpty()) {
            return 0;
        }
        long entry = entries.get(random.nextInt(entries.size()));
        return once(() -> cancelEntry.run(client, KARI, entry, "Feil") instanceof EntryOutcome.Done ? 1 : 0);
    }

    private List<Long> ids(ClientAccountId client) {
        return books.database()
                .asSuperuser(handle -> handle.select(
                                "SELECT entry_id FROM journal_entry WHERE client_account_id = ?", client.value())
                        .mapTo(Long.class)
                        .list());
    }

    /** The months up to one are closed where the journal stands. */
    private long closed(ClientAccountId client, Random random) {
        return say(client, FIRST.plusMonths(random.nextInt(3)), PeriodState.CLOSED);
    }

    /** Only the last closed month is opened, as an earlier one stays closed behind it. */
    private long opened(ClientAccountId client, Random random) {
        return say(client, FIRST.plusMonths(2), PeriodState.OPEN);
    }

    private long say(ClientAccountId client, YearMonth month, PeriodState state) {
        books.change(client, stores -> {
            long position = stores.journal().lockHead(client).chainPosition();
            Told told = new Told(month, state, NOW, KARI, Optional.of("Test"), Optional.of(new Closed(NOW, position)));
            stores.periods().save(client, List.of(told));
        });
        return 0;
    }

    private interface Call {

        long run();
    }

    /** A month that is not open refuses. */
    private static long once(Call call) {
        try {
            return call.run();
        } catch (MonthNotOpen refused) {
            return 0;
        }
    }
}
