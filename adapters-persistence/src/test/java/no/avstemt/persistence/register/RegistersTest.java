package no.avstemt.persistence.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.register.KeepRegister;
import no.avstemt.application.register.KeepRegister.Kept;
import no.avstemt.application.register.KeptDocument;
import no.avstemt.application.register.Objection;
import no.avstemt.application.register.Objection.Reason;
import no.avstemt.application.register.Register.Found;
import no.avstemt.application.register.Register.Search;
import no.avstemt.application.register.Register.Stored;
import no.avstemt.application.register.RegisterKind;
import no.avstemt.application.register.RegisterKinds;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.register.Label;
import no.avstemt.domain.register.Partner;
import no.avstemt.domain.register.PostalAddress;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RegistersTest {

    private static final LedgerId LEDGER = new LedgerId("302321");
    private static final Actor KARI = Actor.system("Kari");
    private static final Partner ROASTERY = new Partner(
            new Label("20001", "Brenneriet AS", true),
            Optional.of(new OrgNumber("918713867")),
            true,
            new PostalAddress("Kaffegata 1", "", "0150", "Oslo", "NO"),
            Optional.of("post@brenneriet.example"),
            Optional.of("12345678903"),
            false,
            true);

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static int next = 500_000;

    private final LedgerId ledger = new LedgerId(Integer.toString(next++));
    private ClientAccountId client = new ClientAccountId(1);

    @BeforeEach
    void a_client() {
        client = BOOKS.client("Kaffebaren Nord AS", ledger);
    }

    @Test
    void what_is_added_comes_back_as_it_was_given_and_stands_in_the_processing_history() {
        Stored<Partner> stored = partners().add(client, KARI, ROASTERY).stored().orElseThrow();

        assertEquals(ROASTERY, stored.thing());
        assertEquals(Optional.of(stored), partners().find(client, stored.id()));
        assertEquals(1, audited("PARTNER_ADDED"));
    }

    @Test
    void a_number_is_given_once_in_each_register() {
        partners().add(client, KARI, ROASTERY);

        assertRefused(Reason.NUMBER_TAKEN, partners().add(client, KARI, ROASTERY));
        assertEquals(1, audited("PARTNER_ADDED"));
        assertTrue(projects().add(client, KARI, label("20001")).stored().isPresent());

        Stored<Label> other = projects().add(client, KARI, label("2")).stored().orElseThrow();
        assertRefused(Reason.NUMBER_TAKEN, projects().change(client, KARI, other.id(), label("20001")));
        assertEquals(Optional.of(other), projects().find(client, other.id()));
    }

    @Test
    void lists_are_searched_and_paged_and_leave_out_what_was_put_away() {
        for (int number = 1; number <= 12; number++) {
            projects().add(client, KARI, new Label(Integer.toString(number), "Messe 100%_" + number, number != 7));
        }

        Found<Label> second = projects().page(client, Search.ALL, 5, 5);
        assertEquals(12, second.records());
        assertEquals(List.of("6", "7", "8", "9", "10"), numbers(second));
        assertEquals(
                11,
                projects()
                        .page(client, new Search(Optional.empty(), true), 0, 5)
                        .records());
        assertEquals(
                List.of("3"), numbers(projects().page(client, new Search(Optional.of("MESSE 100%_3"), false), 0, 5)));
        assertEquals(
                0,
                projects()
                        .page(client, new Search(Optional.of("100_"), false), 0, 5)
                        .records());
    }

    @Test
    void what_posted_lines_are_about_keeps_its_number_but_not_its_name() {
        Stored<Label> fair = projects().add(client, KARI, label("P1")).stored().orElseThrow();
        post(DimensionSet.of(List.of(new DimensionRef(DimensionType.PROJECT, "P1"))));
        long version = chartVersion();

        assertRefused(Reason.NUMBER_STAYS, projects().change(client, KARI, fair.id(), label("P2")));
        assertRefused(Reason.IN_USE, projects().remove(client, KARI, fair.id()));
        assertTrue(projects()
                .change(client, KARI, fair.id(), new Label("P1", "Bokmessen", false))
                .stored()
                .isPresent());
        assertEquals(
                "Bokmessen",
                projects().find(client, fair.id()).orElseThrow().thing().name());
        assertTrue(chartVersion() > version, "Reports with the name in them are new");
    }

    @Test
    void what_nothing_refers_to_is_deleted() {
        Stored<Partner> stored = partners().add(client, KARI, ROASTERY).stored().orElseThrow();

        assertTrue(partners().remove(client, KARI, stored.id()).stored().isPresent());

        assertEquals(Optional.empty(), partners().find(client, stored.id()));
        assertEquals(
                new Kept<Partner>(Optional.empty(), Optional.empty()),
                partners().remove(client, KARI, stored.id()));
        assertEquals(1, audited("PARTNER_REMOVED"));
    }

    @Test
    void an_invoice_of_a_partner_is_registered_once_and_stays_when_it_is_booked() {
        long partner =
                partners().add(client, KARI, ROASTERY).stored().orElseThrow().id();
        long other = partners()
                .add(client, KARI, Partner.named(new Label("20002", "Bakeriet AS", true)))
                .stored()
                .orElseThrow()
                .id();
        Stored<KeptDocument> invoice =
                documents().add(client, KARI, invoice("F-1", partner)).stored().orElseThrow();

        assertEquals("Brenneriet AS", invoice.thing().partner().orElseThrow().name());
        assertRefused(Reason.NUMBER_TAKEN, documents().add(client, KARI, invoice("F-1", partner)));
        assertTrue(documents().add(client, KARI, invoice("F-1", other)).stored().isPresent());
        assertRefused(Reason.UNKNOWN_PARTNER, documents().add(client, KARI, invoice("F-2", 987_654)));
        assertEquals(
                2,
                documents()
                        .page(client, new Search(Optional.of("f-1"), false), 0, 9)
                        .records());

        post(DimensionSet.NONE);
        BOOKS.database()
                .asOwner(owner -> owner.execute(
                        "UPDATE journal_entry SET document_id = ? WHERE client_account_id = ?",
                        invoice.id(),
                        client.value()));
        assertRefused(Reason.BOOKED, documents().change(client, KARI, invoice.id(), invoice("F-9", partner)));
        assertRefused(Reason.IN_USE, documents().remove(client, KARI, invoice.id()));
        assertRefused(
                Reason.NUMBER_STAYS,
                partners().change(client, KARI, partner, Partner.named(new Label("20009", "Brenneriet AS", true))));
        KeptDocument away = new KeptDocument(
                "INVOICE",
                "F-1",
                GivenBooks.DAY,
                Optional.of(GivenBooks.DAY.plusDays(14)),
                Optional.of("1234566"),
                invoice.thing().partner(),
                false);
        assertTrue(documents().change(client, KARI, invoice.id(), away).stored().isPresent());
    }

    @Test
    void a_foreign_client_sees_nothing_and_changes_nothing() {
        Stored<Partner> mine = partners().add(client, KARI, ROASTERY).stored().orElseThrow();
        ClientAccountId stranger = BOOKS.client("Bryggen Konserter AS");

        assertEquals(Optional.empty(), partners().find(stranger, mine.id()));
        assertEquals(0, partners().page(stranger, Search.ALL, 0, 10).records());
        assertEquals(
                Optional.empty(),
                partners().change(stranger, KARI, mine.id(), ROASTERY).stored());
        assertEquals(
                Optional.empty(), partners().remove(stranger, KARI, mine.id()).stored());
        assertThrows(
                RuntimeException.class,
                () -> BOOKS.unit()
                        .write(
                                Set.of(stranger),
                                stores -> stores.registers().partners().add(client, ROASTERY)));
        assertEquals(Optional.of(mine), partners().find(client, mine.id()));
    }

    private void post(DimensionSet about) {
        JournalEntry entry = new JournalEntry(
                GivenBooks.DAY,
                "Salg",
                GivenBooks.voucher(LEDGER, GivenBooks.DAY),
                "test",
                List.of(
                        JournalLine.inKroner(1, new AccountCode("1900"), 100, DimensionSet.NONE, "Penger"),
                        JournalLine.inKroner(2, new AccountCode("3000"), -100, about, "Salg")),
                List.of());
        BOOKS.post(client, List.of(entry));
    }

    private static KeptDocument invoice(String number, long partner) {
        return new KeptDocument(
                "INVOICE",
                number,
                GivenBooks.DAY,
                Optional.of(GivenBooks.DAY.plusDays(14)),
                Optional.of("1234566"),
                Optional.of(KeptDocument.PartnerOf.id(partner)),
                true);
    }

    private static Label label(String number) {
        return new Label(number, "Messe", true);
    }

    private static List<String> numbers(Found<Label> found) {
        return found.page().stream().map(stored -> stored.thing().number()).toList();
    }

    private static void assertRefused(Reason reason, Kept<?> kept) {
        assertEquals(Optional.of(reason), kept.objection().map(Objection::reason));
        assertEquals(Optional.empty(), kept.stored());
    }

    private long audited(String action) {
        return BOOKS.count(
                "SELECT count(*) FROM audit_event WHERE client_account_id = ? AND action = ?", client.value(), action);
    }

    private long chartVersion() {
        return BOOKS.count("SELECT chart_version FROM journal_head WHERE client_account_id = ?", client.value());
    }

    private static KeepRegister<Partner> partners() {
        return keep(RegisterKinds.PARTNERS);
    }

    private static KeepRegister<KeptDocument> documents() {
        return keep(RegisterKinds.DOCUMENTS);
    }

    private static KeepRegister<Label> projects() {
        return keep(RegisterKinds.labels(DimensionType.PROJECT));
    }

    private static <T> KeepRegister<T> keep(RegisterKind<T> kind) {
        return new KeepRegister<>(BOOKS.unit(), kind, Clock.fixed(GivenBooks.NOW, ZoneOffset.UTC));
    }
}
