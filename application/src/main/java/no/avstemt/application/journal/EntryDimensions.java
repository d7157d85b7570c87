package no.avstemt.application.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.csv.CsvReader;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;

/** What the rows of a file are about: for the same values always the same set. */
final class EntryDimensions {

    private final CsvReader rows;
    private final EntryColumns columns;
    private final int partner;
    private final int bankAccount;
    private final Map<Keys, DimensionSet> sets = new HashMap<>();
    private final Map<DimensionRef, FilePlace> first = new HashMap<>();

    private record Keys(String project, String department, String partner, String bankAccount) {}

    EntryDimensions(CsvReader rows, EntryColumns columns) {
        this.rows = rows;
        this.columns = columns;
        partner = columns.at("partner");
        bankAccount = columns.at("bank_account");
    }

    DimensionSet set() throws BadRow {
        String project = text(columns.project);
        String department = text(columns.department);
        String who = text(partner);
        String bank = text(bankAccount);
        if (project.isEmpty() && department.isEmpty() && who.isEmpty() && bank.isEmpty()) {
            return DimensionSet.NONE;
        }
        Keys keys = new Keys(project, department, who, bank);
        DimensionSet known = sets.get(keys);
        if (known == null) {
            EntryFields.refuseUnlessPlain(project, "project");
            EntryFields.refuseUnlessPlain(department, "department");
            EntryFields.refuseUnlessPlain(who, "partner");
            EntryFields.refuseUnlessPlain(bank, "bank_account");
            known = made(keys);
            sets.put(keys, known);
        }
        return known;
    }

    private String text(int field) {
        return field < 0 || rows.isEmpty(field) ? "" : rows.text(field).strip();
    }

    /** The row's business partner. */
    Optional<DimensionRef> partner() {
        String who = text(partner);
        return who.isEmpty() ? Optional.empty() : Optional.of(new DimensionRef(DimensionType.BUSINESSPARTNER, who));
    }

    private DimensionSet made(Keys keys) {
        List<DimensionRef> refs = new ArrayList<>(4);
        add(DimensionType.PROJECT, keys.project(), "project", refs);
        add(DimensionType.DEPARTMENT, keys.department(), "department", refs);
        add(DimensionType.BUSINESSPARTNER, keys.partner(), "partner", refs);
        add(DimensionType.BANKACC, keys.bankAccount(), "bank_account", refs);
        return DimensionSet.of(refs);
    }

    private void add(DimensionType type, String key, String column, List<DimensionRef> refs) {
        if (!key.isEmpty()) {
            DimensionRef ref = new DimensionRef(type, key);
            refs.add(ref);
            first.putIfAbsent(ref, new FilePlace(rows.line(), column));
        }
    }

    /** Where each value is named first. */
    Map<DimensionRef, FilePlace> first() {
        return first;
    }
}
