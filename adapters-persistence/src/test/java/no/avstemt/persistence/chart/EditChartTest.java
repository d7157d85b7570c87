package no.avstemt.persistence.chart;

import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.chart.AccountFields;
import no.avstemt.application.chart.AssignRoles;
import no.avstemt.application.chart.ChartRefused;
import no.avstemt.application.chart.ChartRefused.Reason;
import no.avstemt.application.chart.EditAccounts;
import no.avstemt.application.chart.ShowChart;
import no.avstemt.application.chart.UsedAccount;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.SaftGrouping;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EditChartTest {

    private static int ledgers = 302_320;
    private static final Actor KARI = Actor.system("Kari");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final EditAccounts edit = new EditAccounts(BOOKS.unit(), CLOCK);
    private final AssignRoles assign = new AssignRoles(BOOKS.unit(), CLOCK);
    private final ShowChart show = new ShowChart(BOOKS.unit());
    private LedgerId ledger = new LedgerId("302320");
    private ClientAccountId client;

    @BeforeEach
    void a_client() {
        ledger = new LedgerId(Integer.toString(++ledgers));
        client = BOOKS.client("Kaffebaren Nord AS", ledger);
    }

    @Test
    void an_account_is_added_changed_and_removed_and_each_is_in_the_processing_history() {
        long version = version();

        long id = edit.add(client, KARI, code("6790"), fields("Annen fremmed tjeneste", "annenDriftskostnad", "6700"));
        UsedAccount added = account("6790");
        boolean changed = edit.change(client, KARI, id, renamed(added, "Kjøpte tjenester"), "");
        UsedAccount after = account("6790");
        boolean removed = edit.remove(client, KARI, id);

        assertEquals(id, added.account().id());
        assertEquals("Annen fremmed tjeneste", added.account().nameNb());
        assertTrue(changed);
        assertEquals("Kjøpte tjenester", after.account().nameNb());
        assertTrue(removed);
        assertTrue(find("6790").isEmpty());
        assertEquals(version + 3, version());
        assertEquals(
                3,
                BOOKS.count(
                        "SELECT count(*) FROM audit_event WHERE client_account_id = ? AND subject = '6790'",
                        client.value()));
    }

    @Test
    void an_account_of_another_client_is_none_of_ours() {
        ClientAccountId other = BOOKS.client("Bryggen Konserter AS");
        long theirs = show.accounts(other).get(0).account().id();

        assertFalse(edit.remove(client, KARI, theirs));
        assertFalse(edit.change(client, KARI, theirs, fields("X", "egenkapital", "2050"), ""));
    }

    @Test
    void a_number_is_given_once() {
        assertRefused(
                Reason.CODE_TAKEN, () -> edit.add(client, KARI, code("3000"), fields("Salg", "salgsinntekt", "3000")));
    }

    @Test
    void an_account_with_postings_is_deactivated_with_a_reason_and_never_removed() {
        post("6800", "2999");
        UsedAccount used = account("6800");

        assertEquals(1, used.lines());
        assertEquals(100, used.balance());
        assertRefused(
                Reason.HAS_POSTINGS,
                () -> edit.remove(client, KARI, used.account().id()));
        assertRefused(
                Reason.HAS_BALANCE,
                () -> edit.change(client, KARI, used.account().id(), inactive(used), " "));
        assertTrue(edit.change(client, KARI, used.account().id(), inactive(used), "Slått sammen med 6995"));
        assertFalse(account("6800").account().active());
    }

    @Test
    void the_database_keeps_an_account_with_postings_and_its_number_on_every_path() {
        post("6800", "2999");
        Account posted = account("6800").account();

        RuntimeException deleted = assertThrows(
                RuntimeException.class,
                () -> BOOKS.change(client, stores -> stores.chart().delete(client, posted)));
        RuntimeException renumbered = assertThrows(
                RuntimeException.class,
                () -> BOOKS.database()
                        .transactions()
                        .write(
                                List.of(client.value()),
                                handle -> handle.execute(
                                        "UPDATE account SET code = '6801' WHERE client_account_id = ? AND code = '6800'",
                                        client.value())));

        assertTrue(String.valueOf(deleted.getMessage()).contains("has postings"), deleted.getMessage());
        assertTrue(String.valueOf(renumbered.getMessage()).contains("has postings"), renumbered.getMessage());
    }

    @Test
    void an_account_with_a_role_stays() {
        UsedAccount vat = account("2700");

        assertEquals(Set.of(AccountRole.OUTPUT_VAT_HIGH), vat.roles());
        assertRefused(
                Reason.HAS_ROLE, () -> edit.remove(client, KARI, vat.account().id()));
        assertRefused(
                Reason.HAS_ROLE, () -> edit.change(client, KARI, vat.account().id(), inactive(vat), "hvorfor"));
    }

    @Test
    void the_computed_row_can_only_be_named() {
        UsedAccount computed = account("2099");

        assertRefused(
                Reason.COMPUTED,
                () -> edit.remove(client, KARI, computed.account().id()));
        assertRefused(
                Reason.COMPUTED,
                () -> edit.change(client, KARI, computed.account().id(), inactive(computed), "x"));
        assertTrue(edit.change(client, KARI, computed.account().id(), renamed(computed, "Årets resultat"), ""));
    }

    @Test
    void an_account_begins_to_ask_for_a_relation_only_while_no_posted_line_lacks_it() {
        post("6800", "2999");
        BOOKS.post(client, List.of(GivenBooks.entry(DAY, ledger, "1577", "2999", 100)));
        UsedAccount supplies = account("6800");
        UsedAccount travel = account("7140");

        assertRefused(
                Reason.RELATION,
                () -> edit.change(
                        client,
                        KARI,
                        supplies.account().id(),
                        with(supplies, Optional.of(DimensionType.PROJECT), true),
                        ""));
        assertTrue(edit.change(
                client, KARI, travel.account().id(), with(travel, Optional.of(DimensionType.PROJECT), true), ""));
        UsedAccount funds = account("1577");
        assertRefused(
                Reason.RELATION_OF_ROLE,
                () -> edit.change(client, KARI, funds.account().id(), with(funds, Optional.empty(), true), ""));
    }

    @Test
    void fields_are_checked() {
        assertRefused(
                Reason.NAME, () -> edit.add(client, KARI, code("6790"), fields(" ", "annenDriftskostnad", "6700")));
        assertRefused(
                Reason.GROUPING, () -> edit.add(client, KARI, code("6790"), fields("X", "annenDriftskostnad", "1")));
        assertRefused(
                Reason.GROUPING_SIDE, () -> edit.add(client, KARI, code("6790"), fields("X", "egenkapital", "2050")));
        AccountFields sale = new AccountFields(
                "X",
                "X",
                Optional.empty(),
                Optional.of(TaxCode.OUTPUT_HIGH),
                new SaftGrouping("annenDriftskostnad", "6700"),
                true);
        assertRefused(Reason.TAX_CODE_SIDE, () -> edit.add(client, KARI, code("6790"), sale));
    }

    @Test
    void a_role_goes_to_an_account_that_fits_and_the_one_before_is_remembered() {
        edit.add(client, KARI, code("1581"), related("Kort", DimensionType.BANKACC));

        assign.run(client, KARI, Map.of(AccountRole.CARD_ACQUIRER, code("1581")));

        assertEquals(
                code("1581"),
                BOOKS.read(client, stores -> stores.clients().chart(client)).account(AccountRole.CARD_ACQUIRER));
        long before = account("1578").account().id();
        assertEquals(
                Set.of(AccountRole.CARD_ACQUIRER),
                BOOKS.read(client, stores -> stores.chart().pastRoles(client, before)));
        assertRefused(Reason.IN_USE, () -> edit.remove(client, KARI, before));
        assertRefused(
                Reason.ROLE_SHARED, () -> assign.run(client, KARI, Map.of(AccountRole.SALES_CLEARING, code("1578"))));
    }

    @Test
    void a_role_is_not_given_to_what_does_not_fit_and_then_no_role_changes() {
        assertRefused(
                Reason.ROLE_WRONG_CLASS,
                () -> assign.run(client, KARI, Map.of(AccountRole.OUTPUT_VAT_HIGH, code("3000"))));
        assertRefused(
                Reason.ROLE_WRONG_RELATION,
                () -> assign.run(client, KARI, Map.of(AccountRole.VIPPS_FUNDS, code("1579"))));
        assertRefused(Reason.NO_ACCOUNT, () -> assign.run(client, KARI, Map.of(AccountRole.FEE_COST, code("7999"))));
        assertRefused(
                Reason.ROLE_SHARED, () -> assign.run(client, KARI, Map.of(AccountRole.VIPPS_FUNDS, code("1578"))));
        assertEquals(Map.of(), BOOKS.read(client, stores -> stores.chart().chosenRoles(client)));
    }

    @Test
    void what_is_held_against_vipps_keeps_its_account_once_it_is_posted_on() {
        edit.add(client, KARI, code("1902"), related("Vipps", DimensionType.BANKACC));
        BOOKS.post(client, List.of(GivenBooks.entry(DAY, ledger, "1577", "2999", 100)));

        assertRefused(
                Reason.ROLE_HAS_POSTINGS,
                () -> assign.run(client, KARI, Map.of(AccountRole.VIPPS_FUNDS, code("1902"))));
        assign.run(client, KARI, Map.of(AccountRole.FEE_COST, code("7770")));
    }

    private void post(String debit, String credit) {
        BOOKS.post(client, List.of(GivenBooks.entry(DAY, ledger, debit, credit, 100)));
    }

    private long version() {
        return BOOKS.count("SELECT chart_version FROM journal_head WHERE client_account_id = ?", client.value());
    }

    private Optional<UsedAccount> find(String code) {
        return show.accounts(client, Optional.of(code)).stream()
                .filter(used -> used.account().code().digits().equals(code))
                .findFirst();
    }

    private UsedAccount account(String code) {
        return find(code).orElseThrow();
    }

    private static AccountCode code(String digits) {
        return new AccountCode(digits);
    }

    private static AccountFields fields(String name, String category, String code) {
        return new AccountFields(
                name, name, Optional.empty(), Optional.empty(), new SaftGrouping(category, code), true);
    }

    private static AccountFields related(String name, DimensionType relation) {
        return new AccountFields(
                name,
                name,
                Optional.of(relation),
                Optional.empty(),
                new SaftGrouping("balanseverdiForOmloepsmiddel", "1570"),
                true);
    }

    private static AccountFields renamed(UsedAccount used, String name) {
        var fields = AccountFields.of(used.account());
        return new AccountFields(
                name, fields.nameEn(), fields.relationType(), fields.defaultTaxCode(), fields.saftGrouping(), true);
    }

    private static AccountFields inactive(UsedAccount used) {
        return with(used, used.account().relationType(), false);
    }

    private static AccountFields with(UsedAccount used, Optional<DimensionType> relation, boolean active) {
        AccountFields fields = AccountFields.of(used.account());
        return new AccountFields(
                fields.nameNb(), fields.nameEn(), relation, fields.defaultTaxCode(), fields.saftGrouping(), active);
    }

    private static void assertRefused(Reason reason, Runnable change) {
        assertEquals(reason, assertThrows(ChartRefused.class, change::run).reason());
    }
}
