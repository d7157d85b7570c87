package no.avstemt.application.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.ChartOfAccounts;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.money.Money;

/** The register of client accounts, and each one's chart. */
public interface ClientStore {

    /** A new id for a client account that is about to be added. */
    ClientAccountId nextId();

    /** Adds a client account with a chart and an empty journal. */
    void add(ClientAccount client, List<StandardChart.Row> chart, Instant at);

    /** Adds those accounts to a client's chart that it does not have. */
    void addMissing(ClientAccountId client, List<StandardChart.Row> accounts);

    /** Writes down what is said of a client account now; its id and organisation number stay. */
    void change(ClientAccount client);

    Optional<ClientAccount> find(ClientAccountId client);

    ChartOfAccounts chart(ClientAccountId client);

    List<Account> accounts(ClientAccountId client);

    /** Ids of every client account of the installation, ascending. */
    List<ClientAccountId> allIds();

    /** The client accounts of this unit of work, by name. */
    List<ClientName> names();

    Freshness freshness(ClientAccountId client);

    /** One row for each client account of this unit of work, by name. */
    List<ClientOverview> overviews();

    record ClientName(ClientAccountId id, String name, OrgNumber organisationNumber) {}

    /**
     * How new a client's figures are; none as long as one of its ledgers has none.
     *
     * @param fetchedAt when Vipps was last read to the end, of the ledger that is furthest behind
     * @param bookedTo of the ledger that is furthest behind
     * @param completeTo as {@code bookedTo}, with the dates after it that only wait for a payout or for their month to end
     */
    record Freshness(Optional<Instant> fetchedAt, Optional<LocalDate> bookedTo, Optional<LocalDate> completeTo) {}

    /**
     * @param fetchedAt,bookedTo,completeTo as in {@link Freshness}
     * @param standings of all ledgers, one of each currency, kroner first
     * @param proven whether no open finding stands between books and Vipps, also where differences offset each other
     * @param failure why the last round stopped, if it did
     */
    record ClientOverview(
            ClientAccount client,
            List<LedgerView> ledgers,
            Optional<Instant> fetchedAt,
            Optional<LocalDate> bookedTo,
            Optional<LocalDate> completeTo,
            List<Standing> standings,
            boolean proven,
            long openFindings,
            Optional<Trouble> failure) {

        /** To the øre, as far as it is booked. */
        public boolean isReconciled() {
            return !differs() && bookedTo.isPresent();
        }

        /** Something stands between books and Vipps; before anything is booked, nothing can. */
        public boolean differs() {
            return !proven
                    || standings.stream()
                            .anyMatch(standing -> standing.difference().minor() != 0);
        }

        /** Vipps's own balances of funds and fees, of each currency. */
        public List<Money> atVipps() {
            return standings.stream().map(Standing::atVipps).toList();
        }

        /** Books less Vipps, of each currency. */
        public List<Money> differences() {
            return standings.stream().map(Standing::difference).toList();
        }

        /** And nothing has stopped since, nor is anything left to book but what waits for its payout. */
        public boolean isReconciledTo(LocalDate day) {
            return isReconciled()
                    && failure.isEmpty()
                    && completeTo.filter(to -> !to.isBefore(day)).isPresent();
        }
    }

    /**
     * How the ledgers of a currency stand; amounts of different currencies have no sum.
     *
     * @param atVipps Vipps's own balances of funds and fees
     * @param difference books less Vipps
     */
    record Standing(Money atVipps, Money difference) {}

    record LedgerView(String ledgerId, String currency, List<SalesUnit> units) {}
}
