package no.avstemt.application.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.dimension.DimensionStore.Known;
import no.avstemt.application.journal.FirstDocuments.Key;
import no.avstemt.application.journal.ImportEntries.Missing;
import no.avstemt.application.journal.ImportProblem.Reason;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.EntryRules;

/** What the client account says to a file: its accounts, its values and its documents, once for all lines. */
final class FileChecks {

    private static final Set<DimensionType> CREATED = Set.of(DimensionType.PROJECT, DimensionType.DEPARTMENT);

    private final UnitOfWork unit;

    FileChecks(UnitOfWork unit) {
        this.unit = unit;
    }

    /** Everything that keeps the file from being taken beside what its lines say themselves. */
    List<ImportProblem> problems(ClientAccountId client, EntryRules rules, FileContents contents, Missing missing) {
        List<ImportProblem> problems = new ArrayList<>(unusable(rules, contents, missing));
        problems.addAll(unusable(client, contents, missing));
        if (missing == Missing.CREATE) {
            problems.addAll(inOtherLetters(client, contents));
        }
        problems.addAll(different(client, contents));
        return problems;
    }

    static EntryRules rulesOfFile(EntryRules rules, Missing missing) {
        return missing == Missing.CREATE
                ? new EntryRules(
                        MissingAccounts.with(rules.accounts()),
                        rules.mandatory(),
                        rules.dimensions(),
                        rules.ledgerAccounts(),
                        rules.terms())
                : rules;
    }

    static EntryRules rules(Stores stores, ClientAccountId client, LocalDate today) {
        return EntryChecks.rules(stores, client, Map.of(), today);
    }

    /** Accounts that cannot be posted on. */
    static List<ImportProblem> unusable(EntryRules rules, FileContents contents, Missing missing) {
        List<ImportProblem> problems = new ArrayList<>();
        contents.accounts().forEach((code, on) -> {
            Account account = rules.accounts().get(code);
            if (account == null && missing == Missing.REFUSE) {
                problems.add(new ImportProblem(on.first, Reason.UNKNOWN_ACCOUNT, code.digits()));
            } else if (account != null && !(account.active() && account.postable())) {
                problems.add(new ImportProblem(on.first, Reason.ACCOUNT_NOT_POSTABLE, code.digits()));
            }
        });
        return problems;
    }

    /** What the client account does not have yet; asked before it is added. */
    static ImportEntries.Created created(
            Stores stores, ClientAccountId client, EntryRules rules, FileContents contents) {
        Collection<DimensionRef> named = contents.dimensions().keySet();
        Set<DimensionRef> known = named.isEmpty()
                ? Set.of()
                : stores.dimensions().find(client, named).keySet();
        return new ImportEntries.Created(
                contents.accounts().keySet().stream()
                        .filter(code -> !rules.accounts().containsKey(code))
                        .toList(),
                named.stream()
                        .filter(ref -> !known.contains(ref))
                        .sorted(Comparator.comparing(DimensionRef::type).thenComparing(DimensionRef::key))
                        .toList());
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
                .sorted(Map.Entry.comparingByValue(Comparator.comparingLong(FilePlace::line)))
                .flatMap(one ->
                        unusable(one.getKey(), one.getValue(), Optional.ofNullable(known.get(one.getKey())), missing)
                                .stream())
                .toList();
    }

    private static Optional<ImportProblem> unusable(
            DimensionRef ref, FilePlace place, Optional<Known> known, Missing missing) {
        boolean fits = known.map(Known::active).orElse(missing == Missing.CREATE && CREATED.contains(ref.type()));
        Reason reason = known.isPresent() ? Reason.DIMENSION_INACTIVE : Reason.UNKNOWN_DIMENSION;
        return fits
                ? Optional.empty()
                : Optional.of(new ImportProblem(place, reason, ref.type().apiName() + " " + ref.key()));
    }

    /** Values that would be made beside others, of the client account or the file, that a person takes for the same. */
    private List<ImportProblem> inOtherLetters(ClientAccountId client, FileContents contents) {
        List<DimensionRef> named = contents.dimensions().entrySet().stream()
                .filter(one -> CREATED.contains(one.getKey().type()))
                .sorted(Map.Entry.comparingByValue(Comparator.comparingLong(FilePlace::line)))
                .map(Map.Entry::getKey)
                .toList();
        if (named.isEmpty()) {
            return List.of();
        }
        Map<DimensionRef, Known> known =
                unit.read(Set.of(client), stores -> stores.dimensions().find(client, named));
        List<DimensionRef> made =
                named.stream().filter(ref -> !known.containsKey(ref)).toList();
        Map<DimensionRef, String> alike =
                unit.read(Set.of(client), stores -> stores.dimensions().inOtherLetters(client, made));
        Map<DimensionRef, String> first = new HashMap<>();
        List<ImportProblem> problems = new ArrayList<>();
        for (DimensionRef ref : made) {
            String inFile = first.computeIfAbsent(
                    new DimensionRef(ref.type(), ref.key().toLowerCase(Locale.ROOT)), lower -> ref.key());
            String other = alike.getOrDefault(ref, inFile);
            if (!other.equals(ref.key())) {
                FilePlace place =
                        Optional.ofNullable(contents.dimensions().get(ref)).orElse(FilePlace.WHOLE_FILE);
                String value = ref.type().apiName() + " " + ref.key() + " / " + other;
                problems.add(new ImportProblem(place, Reason.DIMENSION_IN_OTHER_LETTERS, value));
            }
        }
        return problems;
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
                .sorted(Map.Entry.comparingByValue(Comparator.comparingLong(FilePlace::line)))
                .flatMap(one -> Optional.ofNullable(known.get(Key.of(one.getKey()))).stream()
                        .filter(other -> !other.equals(one.getKey()))
                        .map(other -> FileContents.differs(other, one.getValue())))
                .toList();
    }
}
