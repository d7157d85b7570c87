package no.avstemt.application.client;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.client.ClientPicture.OnDefaultVat;
import no.avstemt.application.client.ClientReads.CodedIncome;
import no.avstemt.application.client.ClientReads.DefaultVat;
import no.avstemt.application.client.ClientReads.OpenFindings;
import no.avstemt.application.client.Proof.Figures;
import no.avstemt.application.client.Proof.Link;
import no.avstemt.application.journal.JournalStore.DayMovement;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.ChartOfAccounts;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Oslo;
import no.avstemt.domain.time.Period;

/** One client account at a glance: what stands at Vipps, what came and went, and whether every link holds. */
public final class ShowClient {

    private static final int MOST_FINDINGS = 5;
    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    /** What sales are booked on. */
    private static final Set<AccountRole> SALES = Set.of(
            AccountRole.SALES_HIGH,
            AccountRole.SALES_MIDDLE,
            AccountRole.SALES_RAW_FISH,
            AccountRole.SALES_LOW,
            AccountRole.SALES_ZERO_RATED,
            AccountRole.SALES_OUTSIDE,
            AccountRole.SALES_CLEARING);

    private final UnitOfWork unit;
    private final Clock clock;

    public ShowClient(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    public ClientPicture run(ClientAccountId client) {
        return unit.read(Set.of(client), stores -> picture(stores, client));
    }

    private ClientPicture picture(Stores stores, ClientAccountId client) {
        LocalDate today = Oslo.today(clock);
        ClientReads reads = stores.clientReads();
        ChartOfAccounts chart = stores.clients().chart(client);
        Period year = new Period(today.minusYears(1).plusDays(1), today);
        List<LedgerProgress> ledgers = reads.ledgers(client);
        List<AccountCode> sales = Stream.concat(
                        SALES.stream().map(chart::account), stores.chart().pastAccounts(client, SALES).stream())
                .distinct()
                .toList();
        return new ClientPicture(
                stores.clients().overviews().get(0),
                clock.instant(),
                today,
                year,
                ledgers,
                ledgers.stream()
                        .collect(Collectors.toMap(
                                LedgerProgress::ledger,
                                ledger -> stores.dateChecks().progress(client, ledger.ledger()))),
                reads.balances(client, year),
                reads.credited(client, sales, year),
                reads.payouts(client, chart.account(AccountRole.PAYOUTS_IN_TRANSIT), year),
                new Proofs(stores, client, chart, reads.openFindings(client)).of(ledgers),
                onDefaultVat(stores, client, today),
                stores.findings().page(client, false, 0, MOST_FINDINGS).stream()
                        .map(placed -> placed.stored())
                        .toList());
    }

    /** What of the turnover of the fiscal year so far, VAT included, took a default code. */
    private static OnDefaultVat onDefaultVat(Stores stores, ClientAccountId client, LocalDate today) {
        Period year = new Period(
                stores.clients().find(client).orElseThrow().fiscalYear().start(today), today);
        DefaultVat counted = stores.clientReads().defaultVat(client, year);
        BigDecimal turnover = stores.clientReads().income(client, year).stream()
                .map(income -> withVat(income, today))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new OnDefaultVat(year, counted.entries(), counted.amount(), share(counted.amount(), turnover));
    }

    private static BigDecimal withVat(CodedIncome income, LocalDate day) {
        int rate = income.taxCode().map(code -> code.rateBasisPoints(day)).orElse(0);
        return BigDecimal.valueOf(income.amount()).multiply(BigDecimal.valueOf(10_000L + rate, 4));
    }

    /** Basis points, at most all of it. */
    private static Optional<Integer> share(long amount, BigDecimal turnover) {
        if (turnover.signum() <= 0 || amount < 0) {
            return Optional.empty();
        }
        BigDecimal share = BigDecimal.valueOf(amount, -4).divide(turnover, 0, RoundingMode.HALF_UP);
        return Optional.of(share.min(BigDecimal.valueOf(10_000)).intValueExact());
    }

    private record Proofs(Stores stores, ClientAccountId client, ChartOfAccounts chart, List<OpenFindings> findings) {

        List<Proof> of(List<LedgerProgress> ledgers) {
            List<Proof> proofs = new ArrayList<>();
            for (LedgerProgress ledger : ledgers) {
                ledger.state().checkedTo().ifPresentOrElse(to -> proven(ledger, to, proofs), () -> {
                    for (Link link : Link.values()) {
                        proofs.add(Proof.notYet(link, ledger.ledger()));
                    }
                });
            }
            return proofs;
        }

        /** Dates that are booked together can only be compared where they end. */
        private LocalDate comparable(LedgerId ledger, LocalDate to) {
            Period span = stores.granularities()
                    .spans(client, ledger, new Period(to, to))
                    .of(to);
            return span.last().equals(to) ? to : span.first().minusDays(1);
        }

        private void proven(LedgerProgress progress, LocalDate checkedTo, List<Proof> proofs) {
            LedgerId ledger = progress.ledger();
            LocalDate to = comparable(ledger, checkedTo);
            proofs.add(Proof.of(Link.CHAIN, ledger, found(ledger, FindingCode.BALANCE_CHAIN_BROKEN)));
            proofs.add(Proof.of(Link.SALES, ledger, found(ledger, FindingCode.SALE_DIFFERS_FROM_CAPTURE)));
            proofs.add(Proof.of(
                    Link.FEES_IN_TRANSFER, ledger, new Figures(ours(progress, AccountRole.FEES_IN_TRANSFER, to), 0)));
            proofs.add(Proof.of(Link.FUNDS, ledger, figures(progress, Topic.FUNDS, to)));
            proofs.add(Proof.of(Link.FEES, ledger, figures(progress, Topic.FEES, to)));
            proofs.add(Proof.of(
                    Link.PAYOUTS,
                    ledger,
                    new Figures(
                            ours(progress, AccountRole.PAYOUTS_IN_TRANSIT, to),
                            stores.clientReads().paidOut(client, ledger, to))));
            proofs.add(Proof.notYet(Link.BANK, ledger));
        }

        private Figures figures(LedgerProgress ledger, Topic topic, LocalDate to) {
            long theirs = stores.settlements()
                    .balanceAt(client, ledger.ledger(), topic, to)
                    .orElse(0L);
            return new Figures(ours(ledger, topic.account(), to), theirs);
        }

        /** In the ledger's currency. */
        private long ours(LedgerProgress ledger, AccountRole role, LocalDate to) {
            DimensionRef relation =
                    new DimensionRef(DimensionType.BANKACC, ledger.ledger().value());
            Currency currency = Currency.getInstance(ledger.currency());
            return stores.journal().movements(client, chart.account(role), relation, currency, BEGINNING, to).stream()
                    .mapToLong(DayMovement::movement)
                    .reduce(0, Math::addExact);
        }

        private long found(LedgerId ledger, FindingCode code) {
            return findings.stream()
                    .filter(open -> open.ledger().equals(ledger) && open.code() == code)
                    .mapToLong(OpenFindings::amount)
                    .sum();
        }
    }
}
