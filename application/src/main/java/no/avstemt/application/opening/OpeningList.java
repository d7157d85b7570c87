package no.avstemt.application.opening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.application.opening.OpeningFault.Reason;
import no.avstemt.application.opening.OpeningSheet.MissingRate;
import no.avstemt.application.opening.OpeningSheet.Row;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.ChartOfAccounts;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;

/** Puts what an accountant gives beside what Vipps tells. Where both say something of an account, the accountant's counts. */
final class OpeningList {

    private final Stores stores;
    private final ClientAccountId client;
    private final Map<AccountCode, Account> accounts;
    private final Set<AccountCode> ofLedgers = new HashSet<>();
    private final List<String> ledgers;
    private final Map<Place, Long> atVipps = new LinkedHashMap<>();
    private final List<MissingRate> missingRates;
    private final List<Row> rows = new ArrayList<>();
    private final List<OpeningFault> faults = new ArrayList<>();

    private record Place(AccountCode account, Optional<String> relation) {}

    OpeningList(Stores stores, ClientAccountId client, AtVipps vipps) {
        this.stores = stores;
        this.client = client;
        accounts = stores.clients().accounts(client).stream()
                .collect(Collectors.toMap(Account::code, Function.identity()));
        ledgers = stores.ledgers().of(client).stream()
                .map(OwnLedger::id)
                .map(id -> id.value())
                .toList();
        ChartOfAccounts chart = stores.clients().chart(client);
        for (AccountRole role : AccountRole.values()) {
            if (role.isPerLedger()) {
                ofLedgers.add(chart.account(role));
            }
        }
        vipps.lines().forEach(line -> atVipps.merge(place(line), line.amount(), Math::addExact));
        missingRates = vipps.missingRates();
    }

    OpeningSheet sheet(LocalDate date, List<OpeningLine> given, Optional<EntryRef> posted) {
        Map<Place, Integer> told = new HashMap<>();
        for (int index = 0; index < given.size(); index++) {
            OpeningLine line = withOnlyLedger(given.get(index));
            Integer first = told.putIfAbsent(place(line), index);
            Optional<OpeningFault> fault = first == null
                    ? fault(index, line)
                    : fault(index, Reason.TWICE, line.account().digits(), first.toString());
            fault.ifPresent(faults::add);
            if (fault.isEmpty() && line.amount() != 0) {
                rows.add(new Row(account(line), line, false, Optional.ofNullable(atVipps.get(place(line)))));
            }
        }
        atVipps.forEach((place, amount) -> {
            if (!told.containsKey(place)) {
                OpeningLine line = new OpeningLine(place.account(), place.relation(), amount);
                rows.add(new Row(account(line), line, true, Optional.of(amount)));
            }
        });
        return new OpeningSheet(date, rows, faults, missingRates, posted);
    }

    /** What stands at Vipps is about a ledger; of one there is no need to say which. */
    private OpeningLine withOnlyLedger(OpeningLine line) {
        boolean goesWithoutSaying =
                line.relation().isEmpty() && ofLedgers.contains(line.account()) && ledgers.size() == 1;
        return goesWithoutSaying ? new OpeningLine(line.account(), Optional.of(ledgers.get(0)), line.amount()) : line;
    }

    private Optional<OpeningFault> fault(int index, OpeningLine line) {
        Account account = accounts.get(line.account());
        String code = line.account().digits();
        if (account == null) {
            return fault(index, Reason.NO_ACCOUNT, code);
        }
        if (!account.active() || !account.postable()) {
            return fault(index, Reason.CLOSED_ACCOUNT, code);
        }
        Optional<DimensionType> type = account.relationType();
        if (type.isEmpty()) {
            return line.relation().isEmpty() || ofLedgers.contains(line.account())
                    ? Optional.empty()
                    : fault(
                            index,
                            Reason.RELATION_NOT_WANTED,
                            code,
                            line.relation().orElseThrow());
        }
        if (line.relation().isEmpty()) {
            return fault(index, Reason.RELATION_MISSING, code);
        }
        return isKnown(type.get(), line.relation().get())
                ? Optional.empty()
                : fault(index, Reason.RELATION_UNKNOWN, code, line.relation().get());
    }

    private boolean isKnown(DimensionType type, String key) {
        boolean isLedger = type == DimensionType.BANKACC && ledgers.contains(key);
        return isLedger
                || !key.isBlank()
                        && !stores.dimensions()
                                .find(client, List.of(new DimensionRef(type, key)))
                                .isEmpty();
    }

    private static Optional<OpeningFault> fault(int index, Reason reason, String... facts) {
        return Optional.of(new OpeningFault(index, reason, List.of(facts)));
    }

    private static Place place(OpeningLine line) {
        return new Place(line.account(), line.relation());
    }

    private Account account(OpeningLine line) {
        Account account = accounts.get(line.account());
        if (account == null) {
            throw new IllegalStateException("The chart lacks account " + line.account());
        }
        return account;
    }
}
