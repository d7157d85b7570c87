package no.avstemt.application.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.currency.ReadRates;
import no.avstemt.application.journal.FileContents.OnAccount;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.currency.ExchangeRates;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.journal.EntryRules;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.period.Periods;
import no.avstemt.domain.time.Oslo;
import no.avstemt.domain.time.Period;

/**
 * Journal entries from another system, in bulk: the file is read through and checked without a lock, then posted in one
 * transaction, in constant memory. All of it, or nothing. A preview is the same posting, undone at its end.
 */
public final class ImportEntries {

    private static final String SHA256 = "sha256";

    private final UnitOfWork unit;
    private final Post post;
    private final FileChecks checks;
    private final ReadRates readRates;
    private final MovedLedgers movedLedgers;
    private final Clock clock;

    public ImportEntries(UnitOfWork unit, Post post, Clock clock) {
        this.unit = unit;
        this.post = post;
        this.checks = new FileChecks(unit);
        this.readRates = new ReadRates(unit);
        this.movedLedgers = new MovedLedgers(unit, clock);
        this.clock = clock;
    }

    /** When a file with the same bytes was imported last. */
    public Optional<AuditEvent> before(ClientAccountId client, String sha256) {
        return unit.read(
                Set.of(client), stores -> stores.audit().latest(client, AuditAction.ENTRIES_IMPORTED, SHA256, sha256));
    }

    /** Accounts, projects and departments that a file names and the client account does not have. */
    public enum Missing {
        REFUSE,
        /** Accounts are named by their code, and grouped as the standard account before them. */
        CREATE
    }

    public sealed interface Outcome permits Imported, Refused {}

    /**
     * @param days from the first entry to the last
     * @param numbers of each fiscal year that got entries
     * @param sums by account
     */
    public record Imported(
            long entries, long lines, Period days, List<Numbers> numbers, Map<AccountCode, Sum> sums, Created created)
            implements Outcome {

        public Imported {
            numbers = List.copyOf(numbers);
        }
    }

    /** What the client account did not have before, in order. */
    public record Created(List<AccountCode> accounts, List<DimensionRef> dimensions) {

        public Created {
            accounts = List.copyOf(accounts);
            dimensions = List.copyOf(dimensions);
        }
    }

    public record Numbers(int fiscalYear, long first, long last) {}

    /** @param debit,credit øre, neither below zero */
    public record Sum(long debit, long credit) {}

    /**
     * @param problems at least one, by line where a line has one; at most about a hundred
     * @param count of all problems
     */
    public record Refused(List<ImportProblem> problems, long count) implements Outcome {}

    /** What the posting of a preview came to, told by undoing it. */
    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Outcome outcome;

        Undone(Outcome outcome) {
            super("A preview", null, false, false);
            this.outcome = outcome;
        }
    }

    public Outcome run(ClientAccountId client, Actor actor, EntryFile file, Missing missing) {
        return run(client, actor, file, missing, Optional.empty());
    }

    /** @param heldReason why what is dated in a held month is posted all the same */
    public Outcome run(
            ClientAccountId client, Actor actor, EntryFile file, Missing missing, Optional<String> heldReason) {
        Asked asked = new Asked(client, actor, file, missing, heldReason, ratesOf(client));
        return checked(asked, contents -> {
            List<OwnLedger> moved = new ArrayList<>();
            Outcome outcome = unit.write(Set.of(client), stores -> {
                moved.clear();
                Outcome posted = post(stores, asked, contents);
                if (posted instanceof Imported imported) {
                    moved.addAll(MovedLedgers.unproven(stores, client, contents.moved()));
                    stores.audit().record(client, event(asked, imported));
                }
                return posted;
            });
            if (outcome instanceof Imported imported && imported.lines() >= Stores.MANY_ROWS) {
                unit.write(Set.of(), ImportEntries::refreshStatistics);
            }
            movedLedgers.prove(client, moved);
            return outcome;
        });
    }

    public Outcome preview(ClientAccountId client, Actor actor, EntryFile file, Missing missing) {
        return preview(client, actor, file, missing, Optional.empty());
    }

    /** What {@link #run} would do now; leaves nothing behind. */
    public Outcome preview(
            ClientAccountId client, Actor actor, EntryFile file, Missing missing, Optional<String> heldReason) {
        Asked asked = new Asked(client, actor, file, missing, heldReason, ratesOf(client));
        return checked(asked, contents -> {
            try {
                return unit.write(Set.of(client), stores -> {
                    throw new Undone(post(stores, asked, contents));
                });
            } catch (Undone preview) {
                return preview.outcome;
            }
        });
    }

    private record Asked(
            ClientAccountId client,
            Actor actor,
            EntryFile file,
            Missing missing,
            Optional<String> heldReason,
            Function<Currency, ExchangeRates> rates) {}

    /** Each currency is looked up once, so that the file is booked at the rates that it was checked with. */
    private Function<Currency, ExchangeRates> ratesOf(ClientAccountId client) {
        Map<Currency, ExchangeRates> known = new HashMap<>();
        return currency -> known.computeIfAbsent(currency, one -> readRates.run(client, one));
    }

    private Outcome checked(Asked asked, Function<FileContents, Outcome> posting) {
        ClientAccountId client = asked.client();
        Missing missing = asked.missing();
        try {
            EntryRules rules = unit.read(Set.of(client), stores -> FileChecks.rules(stores, client, Oslo.today(clock)));
            Periods periods =
                    unit.read(Set.of(client), stores -> stores.periods().of(client));
            EntryRules rulesOfFile = FileChecks.rulesOfFile(rules, missing);
            FileContents contents =
                    FileContents.of(asked.file(), rulesOfFile, asked.rates(), periods, asked.heldReason());
            List<ImportProblem> problems = new ArrayList<>(contents.problems());
            List<ImportProblem> unusable = checks.problems(client, rules, contents, missing);
            problems.addAll(unusable);
            problems.sort(Comparator.comparingLong(ImportProblem::line));
            List<ImportProblem> told =
                    problems.stream().limit(FileContents.PROBLEMS_TOLD).toList();
            return problems.isEmpty()
                    ? posting.apply(contents)
                    : new Refused(told, contents.problemCount() + unusable.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean refreshStatistics(Stores stores) {
        stores.refreshStatistics();
        return true;
    }

    /** Refused when an account was put away since the file was checked. */
    private Outcome post(Stores stores, Asked asked, FileContents contents) {
        ClientAccountId client = asked.client();
        Actor actor = asked.actor();
        Voucher voucher = new Voucher(Voucher.Kind.IMPORTED_FILE, asked.file().name());
        JournalHead head = stores.journal().lockHead(client);
        EntryRules before = FileChecks.rules(stores, client, Oslo.today(clock));
        List<ImportProblem> unusable = FileChecks.unusable(before, contents, asked.missing());
        if (!unusable.isEmpty()) {
            return new Refused(
                    unusable.stream().limit(FileContents.PROBLEMS_TOLD).toList(), unusable.size());
        }
        Created created = FileChecks.created(stores, client, before, contents);
        stores.clients()
                .addMissing(client, MissingAccounts.rows(contents.accounts().keySet()));
        stores.dimensions().addMissing(client, contents.dimensions().keySet());
        EntryRules rules = FileChecks.rules(stores, client, Oslo.today(clock));
        try (EntrySource source = asked.file().entries(rules, asked.rates());
                SealedChunks chunks = new SealedChunks(source, head, voucher, actor.name(), asked.heldReason())) {
            post.add(stores, client, chunks, actor.user());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return imported(head, stores.journal().head(client), contents, created);
    }

    private static Imported imported(JournalHead before, JournalHead after, FileContents contents, Created created) {
        if (after.chainPosition() - before.chainPosition() != contents.entries()) {
            throw new IllegalStateException("The file is not what it was");
        }
        List<Numbers> numbers = new TreeMap<>(after.lastNumbers())
                .entrySet().stream()
                        .map(year -> new Numbers(
                                year.getKey(),
                                before.lastNumbers().getOrDefault(year.getKey(), 0L) + 1,
                                year.getValue()))
                        .filter(year -> year.last() >= year.first())
                        .toList();
        Map<AccountCode, Sum> sums = new LinkedHashMap<>();
        contents.accounts().forEach((code, on) -> sums.put(code, sum(on)));
        Period days = new Period(contents.from(), contents.to());
        return new Imported(contents.entries(), contents.lines(), days, numbers, sums, created);
    }

    private static Sum sum(OnAccount on) {
        return new Sum(on.debit(), on.credit());
    }

    private AuditEvent event(Asked asked, Imported imported) {
        Map<String, String> after = new LinkedHashMap<>();
        after.put("entries", Long.toString(imported.entries()));
        after.put("lines", Long.toString(imported.lines()));
        asked.file().sha256().ifPresent(sha256 -> after.put(SHA256, sha256));
        imported.numbers().forEach(year -> after.put("numbers " + year.fiscalYear(), year.first() + "–" + year.last()));
        asked.heldReason().ifPresent(reason -> after.put("reason", reason));
        return new AuditEvent(
                clock.instant(),
                asked.actor(),
                AuditAction.ENTRIES_IMPORTED,
                asked.file().name(),
                Map.of(),
                after);
    }
}
