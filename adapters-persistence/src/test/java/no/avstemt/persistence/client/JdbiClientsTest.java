package no.avstemt.persistence.client;

import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.NOW;
import static no.avstemt.persistence.GivenBooks.UNIT;
import static no.avstemt.persistence.GivenBooks.captures;
import static no.avstemt.persistence.GivenBooks.fetched;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.client.ClientStore.ClientOverview;
import no.avstemt.application.client.ClientStore.LedgerView;
import no.avstemt.application.client.StandardChart;
import no.avstemt.application.settlement.FeedState;
import no.avstemt.application.settlement.Halt;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.Part;
import no.avstemt.application.settlement.Retry;
import no.avstemt.application.settlement.Stream;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.VatTerm;
import no.avstemt.persistence.GivenBooks;
import no.avstemt.persistence.database.CountingStatements;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JdbiClientsTest {

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static final Trouble BUSY = new Trouble(Trouble.Code.BUSY, List.of("https://api.vipps.no", "", "/sales/"));
    private static final Halt NO_SALES = new Halt(NOW, BUSY, Retry.NONE);

    private static int ledgers = 302_320;

    private LedgerId funds = new LedgerId("none");
    private LedgerId second = new LedgerId("none");
    private ClientAccountId client = new ClientAccountId(1);

    @BeforeEach
    void a_client_with_two_ledgers() {
        funds = new LedgerId(Integer.toString(++ledgers));
        second = new LedgerId(Integer.toString(++ledgers));
        client = BOOKS.client("Kaffebaren Nord AS", funds, second);
    }

    @Test
    void a_client_account_comes_back_as_it_was_added() {
        ClientAccountId id =
                BOOKS.unit().write(Set.of(), stores -> stores.clients().nextId());
        VatRegistration vat = new VatRegistration(true, Optional.of(DAY), Optional.empty(), VatTerm.PRIMARY_INDUSTRY);
        ClientAccount plain = GivenBooks.account(id, "Øl & Ål «AS»");
        ClientAccount added =
                new ClientAccount(id, plain.name(), plain.organisationNumber(), "en", plain.startDate(), vat);

        BOOKS.change(id, stores -> stores.clients().add(added, StandardChart.rows(), NOW));

        assertEquals(
                Optional.of(added), BOOKS.read(id, stores -> stores.clients().find(id)));
        assertEquals(0, BOOKS.read(id, stores -> stores.journal().head(id)).chainPosition());
        assertTrue(
                BOOKS.unit().read(Set.of(), stores -> stores.clients().allIds()).contains(id));
    }

    @Test
    void an_unknown_client_account_is_none() {
        ClientAccountId unknown = new ClientAccountId(999_999);

        assertEquals(
                Optional.empty(), BOOKS.read(client, stores -> stores.clients().find(unknown)));
        assertThrows(
                IllegalStateException.class,
                () -> BOOKS.read(client, stores -> stores.journal().head(unknown)));
    }

    @Test
    void the_standard_chart_is_the_clients_own() {
        List<Account> accounts = BOOKS.read(client, stores -> stores.clients().accounts(client));
        var chart = BOOKS.read(client, stores -> stores.clients().chart(client));

        assertEquals(
                StandardChart.rows().stream()
                        .map(StandardChart.Row::code)
                        .sorted()
                        .toList(),
                accounts.stream().map(Account::code).toList());
        assertEquals(new AccountCode("1577"), chart.account(AccountRole.VIPPS_FUNDS));
        assertEquals(Optional.of(DimensionType.BANKACC), chart.relationType(new AccountCode("1577")));
        assertEquals(
                List.of("2099"),
                accounts.stream()
                        .filter(account -> !account.postable())
                        .map(account -> account.code().digits())
                        .toList());
    }

    @Test
    void a_role_may_be_another_account_of_the_client() {
        BOOKS.database().asOwner(owner -> owner.execute("""
                INSERT INTO account_role (client_account_id, role, account_id)
                SELECT client_account_id, 'FEE_COST', account_id FROM account WHERE client_account_id = ? AND code = '7770'
                """, client.value()));

        var chart = BOOKS.read(client, stores -> stores.clients().chart(client));

        assertEquals(new AccountCode("7770"), chart.account(AccountRole.FEE_COST));
    }

    @Test
    void a_client_with_nothing_yet_has_an_overview_of_nothing() {
        ClientAccountId empty = BOOKS.client("Åpent kontor");

        assertEquals(
                List.of(new ClientOverview(
                        GivenBooks.account(empty, "Åpent kontor"),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        true,
                        0,
                        Optional.empty())),
                BOOKS.read(empty, stores -> stores.clients().overviews()));
        assertEquals(
                List.of(
                        new LedgerView(funds.value(), "NOK", List.of(UNIT)),
                        new LedgerView(second.value(), "NOK", List.of(UNIT))),
                overview().ledgers());
    }

    @Test
    void a_ledger_without_units_is_shown() {
        LedgerId bare = new LedgerId("bare");
        ClientAccountId id = BOOKS.client("Uten salgssted");
        BOOKS.change(id, stores -> {
            stores.ledgers().remember(GivenBooks.ledger(bare));
            stores.ledgers().takeIntoUse(id, bare, List.of());
        });

        assertEquals(
                List.of(new LedgerView("bare", "NOK", List.of())),
                BOOKS.read(id, stores -> stores.clients().overviews()).get(0).ledgers());
    }

    @Test
    void fetched_to_is_that_of_the_stream_furthest_behind_of_all_ledgers() {
        caughtUp(funds, Stream.FUNDS, Optional.of(NOW));
        caughtUp(funds, Stream.FEES, Optional.of(NOW.minusSeconds(60)));
        caughtUp(funds, Stream.SALES, Optional.of(NOW.minusSeconds(9_000)));
        caughtUp(second, Stream.FUNDS, Optional.of(NOW.minusSeconds(120)));

        assertEquals(Optional.empty(), overview().fetchedAt());

        caughtUp(second, Stream.FEES, Optional.empty());
        assertEquals(Optional.empty(), overview().fetchedAt());

        caughtUp(second, Stream.FEES, Optional.of(NOW));
        assertEquals(Optional.of(NOW.minusSeconds(120)), overview().fetchedAt());
    }

    @Test
    void booked_to_difference_and_failure_are_those_of_all_ledgers() {
        save(funds, LedgerState.NEW.bookedTo(DAY).checked(DAY, -500));

        assertEquals(Optional.empty(), overview().bookedTo());

        save(second, LedgerState.NEW.bookedTo(DAY.minusDays(3)).checked(DAY, 20).failed(Part.SALES, NO_SALES));

        assertEquals(Optional.of(DAY.minusDays(3)), overview().bookedTo());
        assertEquals(List.of(Money.ofOre(-480)), overview().differences());
        assertEquals(Optional.of(BUSY), overview().failure());
    }

    @Test
    void at_vipps_is_the_last_balance_of_funds_and_fees_of_all_ledgers() {
        LocalDate next = DAY.plusDays(1);
        BOOKS.change(client, stores -> {
            stores.settlements().addNew(client, captures(funds, DAY, 7), 0);
            stores.settlements()
                    .addNew(client, List.of(fetched(funds, Topic.FUNDS, "payout-scheduled", next, -50, "p", 700)), 7);
            stores.settlements().addNew(client, List.of(fetched(funds, Topic.FEES, "capture-fee", DAY, -3, "f", 0)), 0);
            stores.settlements().addNew(client, captures(second, DAY, 2), 0);
        });

        assertEquals(List.of(Money.ofOre(650 - 3 + 200)), overview().atVipps());
    }

    @Test
    void open_findings_are_counted_and_closed_ones_not() {
        BOOKS.change(client, stores -> {
            stores.findings().open(client, List.of(finding("a", 1), finding("b", 2)), NOW);
            stores.findings().open(client, List.of(finding("a", 3)), NOW);
        });

        assertEquals(2, overview().openFindings());
    }

    @Test
    void overviews_are_of_the_clients_of_the_unit_alone_by_name() {
        ClientAccountId other = BOOKS.client("Bryggen Konserter AS");

        List<String> both = BOOKS.unit()
                .read(
                        Set.of(client, other),
                        stores -> stores.clients().overviews().stream()
                                .map(row -> row.client().name())
                                .toList());

        assertEquals(List.of("Bryggen Konserter AS", "Kaffebaren Nord AS"), both);
        assertEquals(
                List.of(other),
                BOOKS.read(
                        other,
                        stores -> stores.clients().overviews().stream()
                                .map(row -> row.client().id())
                                .toList()));
        assertEquals(
                List.of(),
                BOOKS.unit().read(Set.of(), stores -> stores.clients().overviews()));
    }

    @Test
    void overviews_of_all_clients_are_two_statements() {
        for (int i = 0; i < 5; i++) {
            BOOKS.client("Kunde " + i, new LedgerId("L" + i));
        }
        List<Long> clients = BOOKS
                .unit()
                .read(Set.of(), stores -> stores.clients().allIds())
                .stream()
                .map(ClientAccountId::value)
                .toList();

        int statements = BOOKS.database().transactions().read(clients, handle -> {
            CountingStatements counting = CountingStatements.on(handle);
            assertTrue(new JdbiClients(handle).overviews().size() > 5);
            return counting.statements();
        });

        assertEquals(2, statements);
    }

    @Test
    void a_foreign_client_sees_no_chart_and_cannot_add_to_it() {
        ClientAccountId stranger = BOOKS.client("Bryggen Konserter AS");

        assertEquals(List.of(), BOOKS.read(stranger, stores -> stores.clients().accounts(client)));
        assertThrows(
                JdbiException.class,
                () -> BOOKS.write(stranger, stores -> {
                    ClientAccountId another = stores.clients().nextId();
                    stores.clients().add(GivenBooks.account(another, "X"), StandardChart.rows(), NOW);
                    return another;
                }));
    }

    private ClientOverview overview() {
        List<ClientOverview> rows =
                BOOKS.read(client, stores -> stores.clients().overviews());
        assertEquals(1, rows.size());
        return rows.get(0);
    }

    private void caughtUp(LedgerId ledger, Stream stream, Optional<Instant> at) {
        FeedState state = new FeedState("c", 1, Optional.empty(), at, NOW);
        BOOKS.change(client, stores -> stores.ledgers().save(client, ledger, stream, state));
    }

    private void save(LedgerId ledger, LedgerState state) {
        BOOKS.change(client, stores -> stores.ledgers().save(client, ledger, state));
    }

    private Finding finding(String subject, long amount) {
        return new Finding(
                FindingCode.CORRECTION, funds, DAY, subject, Money.ofOre(amount), Map.of("type", "correction"));
    }
}
