package no.avstemt.domain.posting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.ChartOfAccounts;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.JournalLine;

/** What is of one kind, in sum: a line on the account that moved, then a line per counterpart. */
final class Group {

    private final Optional<AccountRole> own;
    private final String text;
    private final Valuation valuation;
    private final Map<Target, Sum> counterparts = new LinkedHashMap<>();
    private final List<Part> ownParts = new ArrayList<>();
    private long ownOre;

    /** @param own the role of the account that moves by the amounts; none where only counterparts do */
    Group(Optional<AccountRole> own, String text, Valuation valuation) {
        this.own = own;
        this.text = text;
        this.valuation = valuation;
    }

    /** Told of every minor unit of every source: which line carries it, and by what link of the source, from 0. */
    interface Links {

        void add(long sourceId, int linkNo, int lineNo, long amount);
    }

    /**
     * @param shares add up to the amount
     * @param about what its sales unit is mapped to
     */
    void add(long sourceId, long amount, List<Share> shares, DimensionSet about) {
        ownParts.add(new Part(sourceId, amount));
        ownOre = Math.addExact(ownOre, valuation.inOre(amount));
        Valuation.Parts parts = valuation.parts();
        for (Share share : shares) {
            long base = parts.inOre(share.base());
            long tax = parts.inOre(share.tax());
            sumOf(target(share, about)).add(sourceId, share.base(), base, tax);
            if (share.tax() != 0) {
                AccountRole role = share.taxCode().flatMap(TaxCode::tax).orElseThrow();
                sumOf(target(Share.of(role, share.tax()), about)).add(sourceId, share.tax(), tax, 0);
            }
        }
    }

    /** Where each part is rounded, debit and credit on one line might come out on different sides in kroner. */
    private Target target(Share share, DimensionSet about) {
        return Target.of(share, about, !valuation.isOfKroner() && share.base() < 0);
    }

    /** Two units that are mapped differently never share a line that says what it is about. */
    private Sum sumOf(Target target) {
        return counterparts.computeIfAbsent(target, key -> new Sum());
    }

    /** @param nextLink of each source, 0 where it has none yet */
    void write(
            ChartOfAccounts chart,
            DimensionSet ledger,
            List<JournalLine> lines,
            Map<Long, Integer> nextLink,
            Links links) {
        own.ifPresent(role -> writeOwn(role, chart, ledger, lines, links));
        for (Part part : ownParts) {
            nextLink.putIfAbsent(part.sourceId(), 1);
        }
        counterparts.forEach((target, sum) -> {
            JournalLine line = line(chart, lines.size() + 1, target, sum, ledger);
            lines.add(line);
            for (Part part : sum.parts) {
                int linkNo = nextLink.merge(part.sourceId(), 1, Integer::sum) - 1;
                links.add(part.sourceId(), linkNo, line.lineNo(), Math.negateExact(part.amount()));
            }
        });
    }

    private void writeOwn(
            AccountRole role, ChartOfAccounts chart, DimensionSet ledger, List<JournalLine> lines, Links links) {
        int ownLine = lines.size() + 1;
        long moved = ownParts.stream().mapToLong(Part::amount).reduce(0, Math::addExact);
        DimensionSet relation = role.isPerLedger() ? ledger : DimensionSet.NONE;
        lines.add(valuation.line(ownLine, chart.account(role), moved, ownOre, relation, text));
        for (Part part : ownParts) {
            links.add(part.sourceId(), 0, ownLine, part.amount());
        }
    }

    private JournalLine line(ChartOfAccounts chart, int lineNo, Target target, Sum sum, DimensionSet ledger) {
        long ore = Math.negateExact(sum.ore);
        JournalLine line = valuation.line(
                lineNo,
                target.account(chart),
                Math.negateExact(sum.amount),
                ore,
                dimensions(chart, target, ledger),
                text);
        return target.taxCode()
                .map(code -> line.withTax(code.code(), ore, Math.negateExact(sum.taxOre)))
                .orElse(line);
    }

    private static DimensionSet dimensions(ChartOfAccounts chart, Target target, DimensionSet ledger) {
        Optional<DimensionType> relation = chart.relationType(target.account(chart));
        boolean isOfLedger = target.chosen().isEmpty()
                ? target.role().isPerLedger()
                : relation.equals(Optional.of(DimensionType.BANKACC));
        return isOfLedger ? ledger : target.about().relatedBy(relation);
    }

    private record Target(
            AccountRole role,
            Optional<AccountCode> chosen,
            Optional<TaxCode> taxCode,
            DimensionSet about,
            boolean isTakenBack) {

        static Target of(Share share, DimensionSet unit, boolean isTakenBack) {
            DimensionSet about = share.chosen()
                    .map(account -> account.isResult() ? unit : DimensionSet.NONE)
                    .orElseGet(() -> CarriedDimensions.ofUnit(share.role(), unit));
            return new Target(share.role(), share.chosen(), share.taxCode(), about, isTakenBack);
        }

        AccountCode account(ChartOfAccounts chart) {
            return chosen.orElseGet(() -> chart.account(role));
        }
    }

    private record Part(long sourceId, long amount) {}

    private static final class Sum {

        private final List<Part> parts = new ArrayList<>();
        private long amount;
        private long ore;
        private long taxOre;

        void add(long sourceId, long partAmount, long partOre, long partTaxOre) {
            parts.add(new Part(sourceId, partAmount));
            amount = Math.addExact(amount, partAmount);
            ore = Math.addExact(ore, partOre);
            taxOre = Math.addExact(taxOre, partTaxOre);
        }
    }
}
