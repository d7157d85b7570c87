package no.avstemt.persistence.chart;

import static no.avstemt.persistence.GivenBooks.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.chart.AssignRoles;
import no.avstemt.application.chart.ChartFault;
import no.avstemt.application.chart.ChartFile;
import no.avstemt.application.chart.ChartRefused;
import no.avstemt.application.chart.ChartTemplate;
import no.avstemt.application.chart.Deviation;
import no.avstemt.application.chart.Deviation.Kind;
import no.avstemt.application.chart.EditAccounts;
import no.avstemt.application.chart.FollowTemplate;
import no.avstemt.application.chart.ImportChart;
import no.avstemt.application.chart.ImportChart.Imported;
import no.avstemt.application.chart.ShowChart;
import no.avstemt.application.client.NewClient;
import no.avstemt.application.client.TakeLedgerIntoUse;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ChartFilesAndTemplatesTest {

    private static final Actor KARI = Actor.system("Kari");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final EditAccounts edit = new EditAccounts(BOOKS.unit(), CLOCK);
    private final ImportChart importChart = new ImportChart(BOOKS.unit(), edit);
    private final FollowTemplate follow =
            new FollowTemplate(BOOKS.unit(), edit, new AssignRoles(BOOKS.unit(), CLOCK), CLOCK);
    private final ShowChart show = new ShowChart(BOOKS.unit());
    private ClientAccountId client;

    @BeforeEach
    void a_client() {
        client = BOOKS.client("Kaffebaren Nord AS");
    }

    @Test
    void what_is_exported_is_imported_again_without_a_change() {
        byte[] file = ChartFile.write(show.accounts(client));

        Imported again = importChart.run(client, KARI, file);

        assertEquals(new Imported(0, 0, show.accounts(client).size(), List.of()), again);
        assertEquals("\uFEFFaccount;", new String(file, StandardCharsets.UTF_8).substring(0, 9));
    }

    @Test
    void formulas_come_out_as_text_and_come_back_as_they_were() {
        take("account;name_nb;name_en\n6790;=1+1;\"@a;\"\"b\"\"\"\n", StandardCharsets.UTF_8);
        byte[] file = ChartFile.write(show.accounts(client));

        assertEquals("=1+1", account("6790").nameNb());
        assertEquals("@a;\"b\"", account("6790").nameEn());
        assertTrue(new String(file, StandardCharsets.UTF_8).contains("6790;'=1+1;\"'@a;\"\"b\"\"\""));
        assertEquals(0, importChart.run(client, KARI, file).changed());
    }

    @Test
    void latin_1_is_read_as_such_and_a_column_that_is_not_there_changes_nothing() {
        Imported taken =
                take("account,name_nb\r\n3000,Salg av småvarer\r\n6790,Øvrig\r\n", StandardCharsets.ISO_8859_1);

        assertEquals(new Imported(1, 1, 0, List.of()), taken);
        assertEquals("Salg av småvarer", account("3000").nameNb());
        assertEquals("Sales, high VAT rate", account("3000").nameEn());
        assertEquals("annenDriftskostnad/6700", account("6790").saftGrouping().toString());
    }

    @Test
    void a_file_with_a_fault_changes_nothing_and_every_fault_has_its_line() {
        Imported refused = take("""
                account;name_nb;default_tax_code;grouping_category;grouping_code;active
                6790;God;1;annenDriftskostnad;6700;yes
                679;For kort;1;annenDriftskostnad;6700;yes
                6791;Ukjent kode;99;annenDriftskostnad;6700;yes
                6790;To ganger;1;annenDriftskostnad;6700;kanskje
                """, StandardCharsets.UTF_8);

        assertEquals(
                List.of("3 account", "4 default_tax_code", "5 active", "5 account"),
                refused.faults().stream()
                        .map(fault -> fault.line() + " " + fault.column())
                        .toList());
        assertEquals(0, find("6790"));

        Imported refusedByRules = take("""
                account;name_nb;default_tax_code;grouping_category;grouping_code;active
                6790;God;1;annenDriftskostnad;6700;yes
                6791;Feil gruppe;1;egenkapital;2050;yes
                2700;Uten rolle;;kortsiktigGjeld;2740;no
                """, StandardCharsets.UTF_8);

        assertEquals(
                List.of(3L, 4L),
                refusedByRules.faults().stream().map(ChartFault::line).toList());
        assertEquals(0, find("6790"));
    }

    @Test
    void a_file_that_is_cut_off_within_a_row_is_refused_by_its_line() {
        String head = "account;name_nb;name_en;active\n6790;Øvrig;Other;yes\n";

        assertEquals("3 name_en table.cutOff", fault(head + "6791;Mer"));
        assertEquals("3 name_en table.cutOff", fault(head + "6791;Mer\n"));
        assertEquals("3 name_nb table.cutOff", fault(head + "6791;\"Mer\n6792;Enda mer;More;yes\n"));
        assertEquals("2 account chart.file.account", fault("account;name_nb\n67;Kort\n6791;\"Mer"));
        assertEquals("2 active table.cutOff", fault("account;name_nb;active\n6791;Mer"));
        assertEquals(0, find("6790"));
        assertEquals(
                2,
                take("account;name_nb;active\n6790;Øvrig\n6791;Mer\n", StandardCharsets.UTF_8)
                        .added());
    }

    private String fault(String file) {
        ChartFault fault = take(file, StandardCharsets.UTF_8).faults().get(0);
        return fault.line() + " " + fault.column() + " " + fault.textKey();
    }

    @Test
    void what_excel_saves_as_unicode_text_is_read_and_what_is_no_text_is_refused() {
        Imported taken = take("account\tname_nb\r\n6790\tØvrig; med mer\r\n", StandardCharsets.UTF_16);

        assertEquals(new Imported(1, 0, 0, List.of()), taken);
        assertEquals("Øvrig; med mer", account("6790").nameNb());
        assertEquals("1  table.binary", fault("account;name_nb\n6791;\0\n"));
    }

    @Test
    void a_file_without_a_head_that_we_know_is_refused() {
        assertEquals(
                "chart.file.no-head",
                take("", StandardCharsets.UTF_8).faults().get(0).textKey());
        assertEquals(
                "chart.file.empty",
                take("account;name_nb\n", StandardCharsets.UTF_8)
                        .faults()
                        .get(0)
                        .textKey());
        assertEquals(
                List.of("chart.file.column-unknown", "chart.file.column-missing", "chart.file.column-missing"),
                take("konto\n3000\n", StandardCharsets.UTF_8).faults().stream()
                        .map(ChartFault::textKey)
                        .toList());
    }

    @Test
    void a_new_client_is_its_template_and_what_was_changed_is_told() {
        assertEquals(List.of(), follow.compare(client).deviations());

        take("account;name_nb\n6790;Ny\n3000;Salg av is\n", StandardCharsets.UTF_8);
        edit.remove(client, KARI, account("1230").id());

        Map<String, Set<Kind>> told = new TreeMap<>();
        follow.compare(client).deviations().forEach(d -> told.put(d.code().digits(), d.kinds()));
        assertEquals(
                Map.of("1230", Set.of(Kind.MISSING), "3000", Set.of(Kind.RENAMED), "6790", Set.of(Kind.ADDED)), told);
    }

    @Test
    void what_a_template_gained_is_taken_over() {
        ClientAccountId other = BOOKS.client("Bryggen Konserter AS");
        take("account;name_nb\n6790;Ny\n3000;Salg av is\n", StandardCharsets.UTF_8);
        new AssignRoles(BOOKS.unit(), CLOCK).run(client, KARI, Map.of(AccountRole.FEE_COST, new AccountCode("7770")));
        long template = follow.makeTemplate(client, KARI, " Kiosker " + client + " ");

        follow.follow(other, KARI, template);
        FollowTemplate.Compared compared = follow.compare(other);
        follow.takeOver(other, KARI, Set.of(new AccountCode("6790")), Set.of(AccountRole.FEE_COST));

        assertEquals("Kiosker " + client, compared.template().name());
        assertEquals(
                List.of("3000", "6790"),
                compared.deviations().stream().map(d -> d.code().digits()).toList());
        assertEquals(Map.of(AccountRole.FEE_COST, new AccountCode("7770")), compared.roles());
        assertEquals(
                List.of("3000"),
                follow.compare(other).deviations().stream()
                        .map(Deviation::code)
                        .map(AccountCode::digits)
                        .toList());
        assertEquals(Map.of(), follow.compare(other).roles());
        assertEquals(List.of(), follow.compare(client).deviations());
    }

    @Test
    void a_new_client_account_begins_with_the_chart_and_roles_of_its_template() {
        take("account;name_nb\n6790;Ny\n3000;Salg av is\n", StandardCharsets.UTF_8);
        new AssignRoles(BOOKS.unit(), CLOCK).run(client, KARI, Map.of(AccountRole.FEE_COST, new AccountCode("7770")));
        long template = follow.makeTemplate(client, KARI, "Nye " + client);
        LedgerId ledger = new LedgerId("7" + client);
        BOOKS.change(client, stores -> stores.ledgers().remember(GivenBooks.ledger(ledger)));
        TakeLedgerIntoUse taking = new TakeLedgerIntoUse(BOOKS.unit(), CLOCK);

        ClientAccountId made = taking.forNewClient(newClient(template), ledger, List.of(GivenBooks.UNIT));

        assertEquals(template, follow.compare(made).template().id());
        assertEquals(List.of(), follow.compare(made).deviations());
        assertEquals(Map.of(), follow.compare(made).roles());
        assertThrows(ChartRefused.class, () -> taking.forNewClient(newClient(999_999), ledger, List.of()));
    }

    private static NewClient newClient(long template) {
        return new NewClient(
                "Ny kiosk AS",
                new OrgNumber("918713867"),
                "nb",
                GivenBooks.DAY,
                VatRegistration.ALWAYS,
                FiscalYear.CALENDAR,
                template);
    }

    @Test
    void a_chart_gives_to_its_template_but_not_to_the_built_in_one() {
        take("account;name_nb\n6790;Ny\n", StandardCharsets.UTF_8);
        Set<AccountCode> added = Set.of(new AccountCode("6790"));

        assertThrows(ChartRefused.class, () -> follow.give(client, KARI, added));
        follow.makeTemplate(client, KARI, "Mal " + client);
        assertThrows(ChartRefused.class, () -> follow.makeTemplate(client, KARI, "mal " + client));
        take("account;name_nb\n6792;Enda en\n", StandardCharsets.UTF_8);
        follow.give(client, KARI, Set.of(new AccountCode("6792")));

        assertEquals(List.of(), follow.compare(client).deviations());
        assertThrows(ChartRefused.class, () -> follow.follow(client, KARI, 999_999));
        follow.follow(client, KARI, ChartTemplate.BUILT_IN);
        assertEquals(2, follow.compare(client).deviations().size());
    }

    private Imported take(String text, Charset charset) {
        return importChart.run(client, KARI, text.getBytes(charset));
    }

    private long find(String code) {
        return show.accounts(client, Optional.of(code)).size();
    }

    private Account account(String code) {
        return show.accounts(client, Optional.of(code)).get(0).account();
    }
}
