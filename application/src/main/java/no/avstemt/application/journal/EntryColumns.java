package no.avstemt.application.journal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.avstemt.application.journal.ImportProblem.Reason;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.EntryFault;

/** Where the columns of a file stand, by the names in its first line. A column that is not there is at -1. */
final class EntryColumns {

    /** As they are told to who asks; amounts either in øre or in kroner. */
    static final List<String> NEEDED = List.of("entry_id", "date", "account", "description");

    private static final List<String> KNOWN = List.of(
            "entry_id",
            "date",
            "account",
            "description",
            "debit_minor",
            "credit_minor",
            "debit",
            "credit",
            "project",
            "department",
            "partner",
            "bank_account",
            "tax_code",
            "tax_base",
            "tax_amount",
            "currency",
            "rate",
            "document",
            "document_date",
            "due_date",
            "payment_ref");

    private static final List<String> RICH = List.of(
            "partner",
            "bank_account",
            "tax_code",
            "tax_base",
            "tax_amount",
            "currency",
            "rate",
            "document",
            "document_date",
            "due_date",
            "payment_ref");

    private final List<String> names;

    final int count;
    final int entryId;
    final int date;
    final int account;
    final int description;
    final boolean inOre;
    final int debit;
    final int credit;
    final int project;
    final int department;
    final boolean isRich;

    /** Those that rows can tell. */
    final Set<DimensionType> dimensions;

    EntryColumns(List<String> names) {
        this.names = List.copyOf(names);
        count = names.size();
        entryId = at("entry_id");
        date = at("date");
        account = at("account");
        description = at("description");
        inOre = at("debit_minor") >= 0;
        debit = inOre ? at("debit_minor") : at("debit");
        credit = inOre ? at("credit_minor") : at("credit");
        project = at("project");
        department = at("department");
        isRich = names.stream().anyMatch(RICH::contains);
        dimensions = dimensions();
    }

    private Set<DimensionType> dimensions() {
        Set<DimensionType> told = EnumSet.noneOf(DimensionType.class);
        add(project, DimensionType.PROJECT, told);
        add(department, DimensionType.DEPARTMENT, told);
        add(at("partner"), DimensionType.BUSINESSPARTNER, told);
        add(at("bank_account"), DimensionType.BANKACC, told);
        return told;
    }

    private static void add(int column, DimensionType type, Set<DimensionType> told) {
        if (column >= 0) {
            told.add(type);
        }
    }

    int at(String name) {
        return names.indexOf(name);
    }

    /** What is wrong with the first line; nothing when the file can be read, and has one. */
    List<ImportProblem> problems() {
        if (names.isEmpty()) {
            return List.of();
        }
        List<ImportProblem> problems = new ArrayList<>();
        for (String name : names) {
            if (!KNOWN.contains(name)) {
                problems.add(problem(Reason.UNKNOWN_COLUMN, name));
            } else if (names.indexOf(name) != names.lastIndexOf(name)) {
                problems.add(problem(Reason.REPEATED_COLUMN, name));
            }
        }
        List<String> needed = new ArrayList<>(NEEDED);
        needed.addAll(amounts());
        needed.stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add(problem(Reason.MISSING_COLUMN, name)));
        if (inOre && (at("debit") >= 0 || at("credit") >= 0)) {
            problems.add(problem(Reason.REPEATED_COLUMN, "debit_minor, debit"));
        }
        return problems.stream().distinct().toList();
    }

    private static ImportProblem problem(Reason reason, String column) {
        return new ImportProblem(new FilePlace(1, column), reason, column);
    }

    String nameOf(int column) {
        return names.get(column);
    }

    String nameOfAmounts() {
        return nameOf(debit) + "/" + nameOf(credit);
    }

    /** The column, or both of an amount, in which stands what a fault is about. */
    String nameOf(EntryFault fault) {
        return switch (fault.field()) {
            case "account_code" -> "account";
            case "posting_date" -> "date";
            case "currency_code" -> "currency";
            case "exchange_rate" -> "rate";
            case "tax_base_amount" -> at("tax_base") < 0 ? "tax_code" : "tax_base";
            case "tax_amount" -> at("tax_amount") < 0 ? "tax_code" : "tax_amount";
            case "related_object" -> "document";
            case "related_object.business_partner" -> "partner";
            case "related_object.due_date" -> "due_date";
            case "lines", "debit", "debit_amount" -> nameOfAmounts();
            case "relation_id", "dimensions" -> nameOfDimension(fault);
            default -> fault.field();
        };
    }

    /** Where there is no column for what an account asks for, it is the account that asks for it. */
    private String nameOfDimension(EntryFault fault) {
        boolean isOfLedger = fault.reason() == EntryFault.Reason.NOT_OF_LEDGER;
        String type = isOfLedger
                ? DimensionType.BANKACC.apiName()
                : fault.facts().get(fault.facts().size() - 1);
        String column = type.equals(DimensionType.BANKACC.apiName())
                ? "bank_account"
                : type.equals(DimensionType.BUSINESSPARTNER.apiName()) ? "partner" : type;
        return at(column) < 0 ? "account" : column;
    }

    private List<String> amounts() {
        return inOre || at("credit_minor") >= 0 ? List.of("debit_minor", "credit_minor") : List.of("debit", "credit");
    }
}
