package no.avstemt.domain.posting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.ChartOfAccounts;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.SettlementLink;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;

/** Settlement entries of one kind, in sum: a line on the topic's own account, then a line per counterpart. */
final class Group {

    /** Roles whose lines say which ledger they are about, since two ledgers of a client must never offset each other. */
    private static final Set<AccountRole> PER_LEDGER = Set.of(
            AccountRole.VIPPS_FUNDS,
            AccountRole.VIPPS_FEES_OWED,
            AccountRole.FEES_IN_TRANSFER,
            AccountRole.PAYOUTS_IN_TRANSIT,
            AccountRole.CHARGEBACKS_IN_DISPUTE,
            AccountRole.TOP_UPS_IN_TRANSIT,
            AccountRole.SALES_CLEARING,
            AccountRole.FEES_INVOICED,
            AccountRole.SUSPENSE);

    private final String text;
    private final Map<Target, Sum> counterparts = new LinkedHashMap<>();
    private final List<Part> ownParts = new ArrayList<>();

    Group(String text) {
        this.text = text;
    }

    void add(StoredEntry stored, List<Share> shares) {
        ownParts.add(new Part(stored.id(), stored.entry().amount().minor()));
        for (Share share : shares) {
            sumOf(new Target(share.role(), share.taxCode())).add(stored.id(), share.base(), share.tax());
            if (share.tax() != 0) {
                AccountRole tax = share.taxCode().flatMap(TaxCode::tax).orElseThrow();
                sumOf(new Target(tax, Optional.empty())).add(stored.id(), share.tax(), 0);
            }
        }
    }

    private Sum sumOf(Target target) {
        return counterparts.computeIfAbsent(target, key -> new Sum());
    }

    void write(
            ChartOfAccounts chart,
            Topic topic,
            DimensionSet ledger,
            int generation,
            List<JournalLine> lines,
            List<SettlementLink> links) {
        int ownLine = lines.size() + 1;
        long own = ownParts.stream().mapToLong(Part::amount).reduce(0, Math::addExact);
        lines.add(JournalLine.inKroner(ownLine, chart.account(topic.account()), own, ledger, text));
        Map<Long, Integer> nextLink = new LinkedHashMap<>();
        for (Part part : ownParts) {
            links.add(new SettlementLink(part.entryId(), generation, 0, ownLine, part.amount()));
            nextLink.put(part.entryId(), 1);
        }
        counterparts.forEach((target, sum) -> {
            JournalLine line = line(chart, lines.size() + 1, target, sum, ledger);
            lines.add(line);
            for (Part part : sum.parts) {
                int linkNo = nextLink.merge(part.entryId(), 1, Integer::sum) - 1;
                links.add(new SettlementLink(
                        part.entryId(), generation, linkNo, line.lineNo(), Math.negateExact(part.amount())));
            }
        });
    }

    private JournalLine line(ChartOfAccounts chart, int lineNo, Target target, Sum sum, DimensionSet ledger) {
        DimensionSet dimensions = PER_LEDGER.contains(target.role()) ? ledger : DimensionSet.NONE;
        JournalLine line = JournalLine.inKroner(
                lineNo, chart.account(target.role()), Math.negateExact(sum.amount), dimensions, text);
        return target.taxCode()
                .map(code -> line.withTax(code.code(), Math.negateExact(sum.amount), Math.negateExact(sum.tax)))
                .orElse(line);
    }

    private record Target(AccountRole role, Optional<TaxCode> taxCode) {}

    private record Part(long entryId, long amount) {}

    private static final class Sum {

        private final List<Part> parts = new ArrayList<>();
        private long amount;
        private long tax;

        void add(long entryId, long partAmount, long partTax) {
            parts.add(new Part(entryId, partAmount));
            amount = Math.addExact(amount, partAmount);
            tax = Math.addExact(tax, partTax);
        }
    }
}
