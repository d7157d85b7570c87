package no.avstemt.application.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.client.StandardChart;
import no.avstemt.application.journal.ImportProblem.Reason;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.Voucher;

/**
 * Journal entries from another system, in bulk: the file is read through and checked without a lock, then posted in one
 * transaction, in constant memory. All of it, or nothing.
 */
public final class ImportEntries {

    private final UnitOfWork unit;
    private final Post post;

    public ImportEntries(UnitOfWork unit, Post post) {
        this.unit = unit;
        this.post = post;
    }

    public enum MissingAccounts {
        REFUSE,
        /** They are named by their code, and grouped as the standard account before them. */
        CREATE
    }

    public sealed interface Outcome permits Imported, Refused {}

    public record Imported(long entries, long lines) implements Outcome {}

    /** @param problems at least one, by line; at most about a hundred */
    public record Refused(List<ImportProblem> problems) implements Outcome {}

    /** @param importedBy who brought the file, in words that stay readable */
    public Outcome run(ClientAccountId client, EntryFile file, MissingAccounts missing, String importedBy) {
        try {
            FileContents contents = FileContents.of(file);
            List<ImportProblem> problems = new ArrayList<>(contents.problems());
            problems.addAll(unusable(client, contents, missing));
            if (!problems.isEmpty()) {
                return new Refused(problems);
            }
            Imported imported = unit.write(Set.of(client), stores -> post(stores, client, file, contents, importedBy));
            if (imported.lines() >= Stores.MANY_ROWS) {
                unit.write(Set.of(), ImportEntries::refreshStatistics);
            }
            return imported;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean refreshStatistics(Stores stores) {
        stores.refreshStatistics();
        return true;
    }

    private List<ImportProblem> unusable(ClientAccountId client, FileContents contents, MissingAccounts missing) {
        Map<AccountCode, Account> known =
                unit.read(Set.of(client), stores -> stores.clients().accounts(client)).stream()
                        .collect(Collectors.toMap(Account::code, Function.identity()));
        List<ImportProblem> problems = new ArrayList<>();
        contents.accounts().forEach((code, line) -> {
            Account account = known.get(code);
            if (account == null && missing == MissingAccounts.REFUSE) {
                problems.add(new ImportProblem(line, Reason.UNKNOWN_ACCOUNT, code.digits()));
            } else if (account != null && !(account.active() && account.postable())) {
                problems.add(new ImportProblem(line, Reason.ACCOUNT_NOT_POSTABLE, code.digits()));
            }
        });
        return problems;
    }

    private Imported post(
            Stores stores, ClientAccountId client, EntryFile file, FileContents contents, String importedBy) {
        Voucher voucher = new Voucher(Voucher.Kind.IMPORTED_FILE, file.name());
        var head = stores.journal().lockHead(client);
        stores.clients().addMissing(client, rows(contents.accounts().keySet()));
        stores.dimensions().addMissing(client, contents.dimensions());
        try (EntryReader reader = opened(file);
                SealedChunks chunks = new SealedChunks(reader, head, voucher, importedBy)) {
            post.add(stores, client, chunks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Imported(contents.entries(), contents.lines());
    }

    private static EntryReader opened(EntryFile file) throws IOException {
        EntryReader reader = new EntryReader(file.open());
        if (!reader.readHead()) {
            throw new IllegalStateException("The file is not what it was: " + file.name());
        }
        return reader;
    }

    private static List<StandardChart.Row> rows(Set<AccountCode> codes) {
        TreeMap<AccountCode, StandardChart.Row> standard = new TreeMap<>();
        StandardChart.rows().forEach(row -> standard.put(row.code(), row));
        return codes.stream().map(code -> row(code, standard)).toList();
    }

    private static StandardChart.Row row(AccountCode code, TreeMap<AccountCode, StandardChart.Row> standard) {
        var before = standard.floorEntry(code);
        StandardChart.Row near = (before == null ? standard.firstEntry() : before).getValue();
        if (near.code().equals(code)) {
            return near;
        }
        String group = near.groupingCategory();
        return new StandardChart.Row(
                code,
                "Konto " + code,
                "Account " + code,
                Optional.empty(),
                Optional.empty(),
                group,
                near.groupingCode(),
                true);
    }
}
