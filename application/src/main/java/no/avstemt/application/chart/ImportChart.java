package no.avstemt.application.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.chart.ChartFileReader.Row;
import no.avstemt.application.client.StandardChart;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.SaftGrouping;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionType;

/**
 * Takes a chart in from a file: accounts that are new are added, those that are known are changed in what the file tells,
 * and those that the file lacks stay as they are. The file is checked whole; all of it is taken in, or nothing.
 */
public final class ImportChart {

    private final UnitOfWork unitOfWork;
    private final EditAccounts editAccounts;

    public ImportChart(UnitOfWork unitOfWork, EditAccounts editAccounts) {
        this.unitOfWork = unitOfWork;
        this.editAccounts = editAccounts;
    }

    /** @param faults when there are any, nothing was taken in */
    public record Imported(int added, int changed, int unchanged, List<ChartFault> faults) {

        public Imported {
            faults = List.copyOf(faults);
        }
    }

    public Imported run(ClientAccountId client, Actor actor, byte[] file) {
        ChartFileReader reader = new ChartFileReader();
        reader.read(file);
        if (!reader.faults().isEmpty()) {
            return new Imported(0, 0, 0, reader.faults());
        }
        try {
            return unitOfWork.write(Set.of(client), stores -> write(stores, client, actor, reader.rows()));
        } catch (Faulty e) {
            return new Imported(0, 0, 0, e.faults);
        }
    }

    /** Ends the unit of work without anything written. */
    private static final class Faulty extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<ChartFault> faults;

        Faulty(List<ChartFault> faults) {
            super(null, null, false, false);
            this.faults = faults;
        }
    }

    private Imported write(Stores stores, ClientAccountId client, Actor actor, List<Row> rows) {
        stores.chart().lock(client);
        Map<AccountCode, UsedAccount> known = new LinkedHashMap<>();
        stores.chart().accounts(client).forEach(used -> known.put(used.account().code(), used));
        List<ChartFault> faults = new ArrayList<>();
        int added = 0;
        int changed = 0;
        for (Row row : rows) {
            try {
                Optional<UsedAccount> used = Optional.ofNullable(known.get(row.code()));
                AccountFields before =
                        used.map(account -> AccountFields.of(account.account())).orElseGet(() -> proposed(row.code()));
                AccountFields fields = fields(row, before);
                if (used.isEmpty()) {
                    editAccounts.add(stores, client, actor, row.code(), fields);
                    added++;
                } else if (!fields.equals(before)) {
                    editAccounts.change(stores, client, actor, used.get(), fields, "");
                    changed++;
                }
            } catch (ChartRefused refused) {
                faults.add(ChartFault.of(row.line(), refused));
            }
        }
        if (!faults.isEmpty()) {
            throw new Faulty(faults);
        }
        return new Imported(added, changed, rows.size() - added - changed, List.of());
    }

    private static AccountFields fields(Row row, AccountFields before) {
        String nameNb = row.cell(ChartFile.NAME_NB).orElse(before.nameNb());
        return new AccountFields(
                nameNb,
                row.cell(ChartFile.NAME_EN)
                        .filter(name -> !name.isEmpty())
                        .orElse(before.nameEn().isEmpty() ? nameNb : before.nameEn()),
                row.cell(ChartFile.RELATION).isPresent()
                        ? row.cell(ChartFile.RELATION).flatMap(DimensionType::of)
                        : before.relationType(),
                row.cell(ChartFile.TAX_CODE).isPresent()
                        ? row.cell(ChartFile.TAX_CODE).flatMap(TaxCode::of)
                        : before.defaultTaxCode(),
                grouping(row, before.saftGrouping()),
                row.cell(ChartFile.ACTIVE)
                        .filter(active -> !active.isEmpty())
                        .map(active -> Set.of("yes", "ja", "true").contains(active))
                        .orElse(before.active()));
    }

    private static SaftGrouping grouping(Row row, SaftGrouping before) {
        String category = row.cell(ChartFile.CATEGORY).orElse("");
        String code = row.cell(ChartFile.CODE).orElse("");
        if (category.isEmpty() && code.isEmpty()) {
            return before;
        }
        return new SaftGrouping(
                category.isEmpty() ? before.category() : category, code.isEmpty() ? before.code() : code);
    }

    /** A new account is mapped as the nearest one below it in the standard chart, until someone says otherwise. */
    static AccountFields proposed(AccountCode code) {
        NavigableMap<AccountCode, StandardChart.Row> standard = new TreeMap<>();
        StandardChart.rows().forEach(row -> standard.put(row.code(), row));
        Map.Entry<AccountCode, StandardChart.Row> below = standard.floorEntry(code);
        StandardChart.Row near = below == null ? standard.firstEntry().getValue() : below.getValue();
        return new AccountFields("", "", Optional.empty(), Optional.empty(), near.saftGrouping(), true);
    }
}
