package no.avstemt.application.journal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.domain.chart.ChartOfAccounts;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.journal.EntryFault;
import no.avstemt.domain.journal.EntryFault.Reason;
import no.avstemt.domain.journal.EntryRules;
import no.avstemt.domain.journal.EntryTerms;
import no.avstemt.domain.journal.LedgerAccounts;
import no.avstemt.domain.period.PeriodState;
import no.avstemt.domain.period.Periods;

/** The rules of one client account, as they are in this unit of work, for one entry. */
final class EntryChecks {

    private final Stores stores;
    private final ClientAccountId client;
    private final EntryRules rules;
    private final EntryDraft draft;

    EntryChecks(Stores stores, ClientAccountId client, EntryDraft written, LocalDate today) {
        this.stores = stores;
        this.client = client;
        rules = rules(stores, client, known(written), today);
        draft = rules.related(written);
    }

    /** @param known as {@link EntryRules} has them */
    static EntryRules rules(Stores stores, ClientAccountId client, Map<DimensionRef, Boolean> known, LocalDate today) {
        ChartOfAccounts chart = stores.clients().chart(client);
        Set<String> ledgers = stores.ledgers().of(client).stream()
                .map(ledger -> ledger.id().value())
                .collect(Collectors.toSet());
        return new EntryRules(
                chart.accounts(),
                stores.dimensions().mandatory(client),
                known,
                new LedgerAccounts(chart.ofLedgers(), ledgers),
                EntryTerms.of(stores.clients().find(client).orElseThrow(), chart, today));
    }

    private Map<DimensionRef, Boolean> known(EntryDraft written) {
        Set<DimensionRef> named = new HashSet<>();
        written.lines().forEach(line -> line.dimensions().all().forEach(named::add));
        written.document().flatMap(Document::partner).ifPresent(named::add);
        Map<DimensionRef, Boolean> known = new HashMap<>();
        stores.dimensions().find(client, named).forEach((ref, value) -> known.put(ref, value.active()));
        return known;
    }

    /** With the relations that the accounts ask for. */
    EntryDraft draft() {
        return draft;
    }

    /** What is posted of it: also with base and tax where a line has only a code. */
    EntryDraft completed() {
        return rules.completed(draft);
    }

    /** What cannot even be kept as a draft. */
    List<EntryFault> faultsOfDraft() {
        return rules.faultsOfDraft(draft);
    }

    /**
     * What keeps it from being posted.
     *
     * @param heldReason why it is posted all the same, should its month be held
     */
    List<EntryFault> faults(Periods periods, Optional<String> heldReason) {
        List<EntryFault> faults = new ArrayList<>(rules.faults(draft));
        ofMonth(draft.date(), periods, heldReason).ifPresent(faults::add);
        Optional<Document> other = draft.document()
                .flatMap(document -> stores.entryLists().known(client, List.of(document)).stream()
                        .findFirst())
                .filter(known -> !known.equals(draft.document().orElseThrow()));
        other.ifPresent(known -> faults.add(new EntryFault(
                0,
                "related_object",
                Reason.DOCUMENT_DIFFERS,
                List.of(known.number(), known.date().toString()))));
        return faults;
    }

    /** What keeps anything from being posted on this date. */
    static Optional<EntryFault> ofMonth(LocalDate date, Periods periods, Optional<String> heldReason) {
        PeriodState state = periods.state(date);
        if (state == PeriodState.OPEN || state == PeriodState.HELD && heldReason.isPresent()) {
            return Optional.empty();
        }
        String month = YearMonth.from(date).toString();
        EntryFault fault = state == PeriodState.HELD
                ? new EntryFault(0, "posting_date", Reason.PERIOD_HELD, List.of(month))
                : new EntryFault(
                        0,
                        "posting_date",
                        Reason.PERIOD_CLOSED,
                        List.of(month, periods.postingDateFor(date).toString()));
        return Optional.of(fault);
    }
}
