package no.avstemt.application.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.dimension.DimensionStore.Known;
import no.avstemt.application.journal.FileContents.OnAccount;
import no.avstemt.application.journal.FirstDocuments.Key;
import no.avstemt.application.journal.ImportProblem.Reason;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.EntryRules;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.period.Periods;

/**
 * Journal entries from another system, in bulk: the file is read through and checked without a lock, then posted in one
 * transaction, in constant memory. All of it, or nothing. A preview is the same posting, undone at its end.
 */
public final class ImportEntries {

    private static final Set<DimensionType> CREATED = Set.of(DimensionType.PROJECT, DimensionType.DEPARTMENT);

    private final UnitOfWork unit;
    private final Post post;
    private final Clock clock;

    public ImportEntries(UnitOfWork unit, Post post, Clock clock) {
        this.unit = unit;
        this.post = post;
        this.clock = clock;
    }

    /** Accounts, projects and departments that a file names and the client account does not have. */
    public enum Missing {
        REFUSE,
        /** Accounts are named by their code, and grouped as the standard account before them. */
        CREATE
    }

    public sealed interface Outcome permits Imported, Refused {}

    /**
     * @param numbers of each fiscal year that got entries
     * @param sums by account
     */
    public record Imported(long entries, long lines, List<Numbers> numbers, Map<AccountCode, Sum> sums)
            implements Outcome {

        public Imported {
            numbers = List.copyOf(numbers);
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

        private final transient Imported imported;

        Undone(Imported imported) {
            super("A preview", null, false, false);
            this.imported = imported;
        }
    }

    public Outcome run(ClientAccountId client, Actor actor, EntryFile file, Missing missing) {
        return run(client, actor, file, missing, Optional.empty());
    }

    /** @param heldReason why what is dated in a held month is posted all the same */
    public Outcome run(
            ClientAccountId client, Actor actor, EntryFile file, Missing missing, Optional<String> heldReason) {
        Asked asked = new Asked(client, actor, file, missing, heldReason);
        return checked(asked, contents -> {
            Imported imported = unit.write(Set.of(client), stores -> {
                Imported posted = post(stores, asked, contents);
                stores.audit().record(client, event(asked, posted));
                return posted;
            });
            if (imported.lines() >= Stores.MANY_ROWS) {
                unit.write(Set.of(), ImportEntries::refreshStatistics);
            }
            return imported;
        });
    }

    public Outcome preview(ClientAccountId client, Actor actor, EntryFile file, Missing missing) {
        return preview(client, actor, file, missing, Optional.empty());
    }

    /** What {@link #run} would do now; leaves nothing behind. */
    public Outcome preview(
            ClientAccountId client, Actor actor, EntryFile file, Missing missing, Optional<String> heldReason) {
        Asked asked = new Asked(client, actor, file, missing, heldReason);
        return checked(asked, contents -> {
            try {
                return unit.write(Set.of(client), stores -> {
                    throw new Undone(post(stores, asked, contents));
                });
            } catch (Undone preview) {
                return preview.imported;
            }
        });
    }

    private record Asked(
            ClientAccountId client, Actor actor, EntryFile file, Missing missing, Optional<String> heldReason) {}

    private Outcome checked(Asked asked, Function<FileContents, Imported> posting) {
        ClientAccountId client = asked.client();
        Missing missing = asked.missing();
        try {
            EntryRules rules = unit.read(Set.of(client), stores -> rules(stores, client));
            Periods periods =
                    unit.read(Set.of(client), stores -> stores.periods().of(client));
            FileContents contents =
                    FileContents.of(asked.file(), rulesOfFile(rules, missing), periods, asked.heldReason());
            List<ImportProblem> problems = new ArrayList<>(contents.problems());
            List<ImportProblem> unusable = new ArrayList<>(unusable(rules, contents, missing));
            unusable.addAll(unusable(client, contents, missing));
            unusable.addAll(different(client, contents));
            unusable.stream()
                    .limit(Math.max(0, FileContents.PROBLEMS_TOLD - problems.size()))
                    .forEach(problems::add);
            return problems.isEmpty()
                    ? posting.apply(contents)
                    : new Refused(problems, contents.problemCount() + unusable.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EntryRules rulesOfFile(EntryRules rules, Missing missing) {
        return missing == Missing.CREATE
                ? new EntryRules(MissingAccounts.with(rules.accounts()), rules.mandatory(), rules.dimensions())
                : rules;
    }

    private static EntryRules rules(Stores stores, ClientAccountId client) {
        Map<AccountCode, Account> accounts = stores.clients().accounts(client).stream()
                .collect(Collectors.toMap(Account::code, Function.identity()));
        return new EntryRules(accounts, stores.dimensions().mandatory(client), Map.of());
    }

    private static boolean refreshStatistics(Stores stores) {
        stores.refreshStatistics();
        return true;
    }

    private static List<ImportProblem> unusable(EntryRules rules, FileContents contents, Missing missing) {
        List<ImportProblem> problems = new ArrayList<>();
        contents.accounts().forEach((code, on) -> {
            Account account = rules.accounts().get(code);
            if (account == null && missing == Missing.REFUSE) {
                problems.add(new ImportProblem(on.firstLine, Reason.UNKNOWN_ACCOUNT, code.digits()));
            } else if (account != null && !(account.active() && account.postable())) {
                problems.add(new ImportProblem(on.firstLine, Reason.ACCOUNT_NOT_POSTABLE, code.digits()));
            }
        });
        return problems;
    }

    /** Values that the client account does not have, or has put away. */
    private List<ImportProblem> unusable(ClientAccountId client, FileContents contents, Missing missing) {
        Collection<DimensionRef> named = contents.dimensions().keySet();
        if (named.isEmpty()) {
            return List.of();
        }
        Map<DimensionRef, Known> known =
                unit.read(Set.of(client), stores -> stores.dimensions().find(client, named));
        return contents.dimensions().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .flatMap(one ->
                        unusable(one.getKey(), one.getValue(), Optional.ofNullable(known.get(one.getKey())), missing)
                                .stream())
                .toList();
    }

    private static Optional<ImportProblem> unusable(
            DimensionRef ref, long line, Optional<Known> known, Missing missing) {
        boolean fits = known.map(Known::active).orElse(missing == Missing.CREATE && CREATED.contains(ref.type()));
        Reason reason = known.isPresent() ? Reason.DIMENSION_INACTIVE : Reason.UNKNOWN_DIMENSION;
        return fits
                ? Optional.empty()
                : Optional.of(new ImportProblem(line, reason, ref.type().apiName() + " " + ref.key()));
    }

    /** Documents that the client account has otherwise. */
    private List<ImportProblem> different(ClientAccountId client, FileContents contents) {
        if (contents.documents().isEmpty()) {
            return List.of();
        }
        List<Document> named = List.copyOf(contents.documents().keySet());
        Map<Key, Document> known =
                unit.read(Set.of(client), stores -> stores.entryLists().known(client, named)).stream()
                        .collect(Collectors.toMap(Key::of, Function.identity(), (one, same) -> one));
        return contents.documents().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .flatMap(one -> Optional.ofNullable(known.get(Key.of(one.getKey()))).stream()
                        .filter(other -> !other.equals(one.getKey()))
                        .map(other -> FileContents.differs(other, one.getValue())))
                .toList();
    }

    private Imported post(Stores stores, Asked asked, FileContents contents) {
        ClientAccountId client = asked.client();
        Actor actor = asked.actor();
        Voucher voucher = new Voucher(Voucher.Kind.IMPORTED_FILE, asked.file().name());
        JournalHead head = stores.journal().lockHead(client);
        stores.clients()
                .addMissing(client, MissingAccounts.rows(contents.accounts().keySet()));
        stores.dimensions().addMissing(client, contents.dimensions().keySet());
        EntryRules rules = rules(stores, client);
        try (EntrySource source = asked.file().entries(rules);
                SealedChunks chunks = new SealedChunks(source, head, voucher, actor.name(), asked.heldReason())) {
            post.add(stores, client, chunks, actor.user());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return imported(head, stores.journal().head(client), contents);
    }

    private static Imported imported(JournalHead before, JournalHead after, FileContents contents) {
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
        return new Imported(contents.entries(), contents.lines(), numbers, sums);
    }

    private static Sum sum(OnAccount on) {
        return new Sum(on.debit(), on.credit());
    }

    private AuditEvent event(Asked asked, Imported imported) {
        Map<String, String> after = new LinkedHashMap<>();
        after.put("entries", Long.toString(imported.entries()));
        after.put("lines", Long.toString(imported.lines()));
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
