package no.avstemt.persistence.journal;

import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.entry;
import static no.avstemt.persistence.GivenBooks.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.journal.JournalStore.DayMovement;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JdbiJournalTest {

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static int ledgers = 302_320;

    private LedgerId ledger = new LedgerId("none");
    private LedgerId second = new LedgerId("none");
    private ClientAccountId client = new ClientAccountId(1);

    @BeforeEach
    void a_client_with_two_ledgers() {
        ledger = new LedgerId(Integer.toString(++ledgers));
        second = new LedgerId(Integer.toString(++ledgers));
        client = BOOKS.client("Kaffebaren Nord AS", ledger, second);
    }

    @Test
    void a_new_journal_is_empty() {
        assertEquals(JournalHead.EMPTY, head());
    }

    @Test
    void the_head_follows_what_is_posted_with_numbers_for_each_fiscal_year() {
        List<PostedEntry> posted = BOOKS.post(
                client,
                List.of(
                        entry(DAY, ledger, "1577", "3000", 100),
                        entry(DAY.minusYears(1), ledger, "1577", "3000", 100),
                        entry(DAY, ledger, "1577", "3000", 100)));

        assertEquals(Map.of(DAY.getYear(), 2L, DAY.getYear() - 1, 1L), head().lastNumbers());
        assertEquals(3, head().chainPosition());
        assertEquals(posted.get(2).hash(), head().hash());
    }

    @Test
    void entries_of_one_day_share_their_voucher() {
        BOOKS.post(client, List.of(entry(DAY, ledger, "1577", "3000", 1), entry(DAY, ledger, "1577", "3000", 2)));
        BOOKS.post(client, List.of(entry(DAY, ledger, "1577", "3000", 3), entry(DAY, second, "1577", "3000", 4)));

        assertEquals(2, BOOKS.count("SELECT count(*) FROM voucher WHERE client_account_id = ?", client.value()));
    }

    @Test
    void equal_dimensions_are_one_set_and_the_relation_makes_a_difference() {
        DimensionRef bank = new DimensionRef(DimensionType.BANKACC, ledger.value());
        DimensionRef tag = new DimensionRef(DimensionType.TAG, "T1");
        BOOKS.database().asOwner(owner -> owner.execute("""
                INSERT INTO dimension_value (client_account_id, type, key, name) VALUES (?, 'tag', 'T1', 'Sommer')
                """, client.value()));

        for (int round = 0; round < 2; round++) {
            post(new DimensionSet(Optional.of(bank), List.of(tag)));
            post(new DimensionSet(Optional.of(tag), List.of(bank)));
            post(new DimensionSet(Optional.empty(), List.of(tag, bank)));
            post(new DimensionSet(Optional.empty(), List.of(bank, tag)));
        }

        assertEquals(3, BOOKS.count("SELECT count(*) FROM dimension_set WHERE client_account_id = ?", client.value()));
        assertEquals(
                6,
                BOOKS.count("SELECT count(*) FROM dimension_set_member WHERE client_account_id = ?", client.value()));
        assertEquals(
                2,
                BOOKS.count(
                        "SELECT count(*) FROM dimension_set_member WHERE client_account_id = ? AND is_relation",
                        client.value()));
    }

    @Test
    void movements_are_of_one_account_and_ledger_by_day() {
        LocalDate next = DAY.plusDays(2);
        BOOKS.post(
                client,
                List.of(
                        entry(next, ledger, "1577", "3000", 5),
                        entry(DAY, ledger, "1577", "3000", 100),
                        entry(DAY, ledger, "1577", "3000", -30),
                        entry(DAY, second, "1577", "3000", 7_000)));

        assertEquals(List.of(new DayMovement(DAY, 70), new DayMovement(next, 5)), movements("1577", ledger, DAY, next));
        assertEquals(List.of(new DayMovement(DAY, 70)), movements("1577", ledger, DAY, DAY.plusDays(1)));
        assertEquals(List.of(new DayMovement(DAY, 7_000)), movements("1577", second, DAY, next));
        assertEquals(List.of(), movements("3000", ledger, DAY, next));
        assertEquals(List.of(), movements("1577", ledger, next.plusDays(1), next.plusDays(9)));
    }

    @Test
    void an_account_that_cannot_be_posted_on_is_named_and_nothing_is_written() {
        for (String account : List.of("2099", "9999")) {
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class,
                    () -> BOOKS.post(client, List.of(entry(DAY, ledger, account, "3000", 100))));

            assertTrue(String.valueOf(refused.getMessage()).contains("Account " + account), refused.getMessage());
        }
        assertNothingPosted();
    }

    @Test
    void an_unknown_dimension_is_named_and_nothing_is_written() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> post(of(new LedgerId("unknown"))));

        assertTrue(String.valueOf(refused.getMessage()).contains("bankacc unknown"), refused.getMessage());
        assertNothingPosted();
    }

    @Test
    void a_head_that_was_not_locked_is_refused_when_it_has_moved_on() {
        JournalHead before = head();
        PostedEntry stale = before.next(entry(DAY, ledger, "1577", "3000", 100));
        BOOKS.post(client, List.of(entry(DAY, ledger, "1577", "3000", 100)));

        assertThrows(
                IllegalStateException.class,
                () -> BOOKS.change(
                        client,
                        stores ->
                                stores.journal().append(client, List.of(stale), before.after(stale), GivenBooks.NOW)));

        assertEquals(1, head().chainPosition());
    }

    @Test
    void a_unit_that_fails_after_posting_leaves_no_gap() {
        assertThrows(
                IllegalArgumentException.class,
                () -> BOOKS.change(client, stores -> {
                    JournalHead head = stores.journal().lockHead(client);
                    PostedEntry posted = head.next(entry(DAY, ledger, "1577", "3000", 100));
                    stores.journal().append(client, List.of(posted), head.after(posted), GivenBooks.NOW);
                    throw new IllegalArgumentException("thought better of it");
                }));

        assertNothingPosted();
        assertEquals(
                1,
                BOOKS.post(client, List.of(entry(DAY, ledger, "1577", "3000", 100)))
                        .get(0)
                        .number());
    }

    @Test
    void a_foreign_client_sees_nothing_and_can_write_nothing() {
        BOOKS.post(client, List.of(entry(DAY, ledger, "1577", "3000", 100)));
        ClientAccountId stranger = BOOKS.client("Bryggen Konserter AS");
        JournalHead head = head();
        PostedEntry next = head.next(entry(DAY, ledger, "1577", "3000", 100));

        assertThrows(
                IllegalStateException.class,
                () -> BOOKS.read(stranger, stores -> stores.journal().head(client)));
        assertThrows(
                IllegalStateException.class,
                () -> BOOKS.write(stranger, stores -> stores.journal().lockHead(client)));
        assertThrows(
                IllegalStateException.class,
                () -> BOOKS.change(
                        stranger,
                        stores -> stores.journal().append(client, List.of(next), head.after(next), GivenBooks.NOW)));
        assertEquals(
                List.of(),
                BOOKS.read(
                        stranger,
                        stores -> stores.journal()
                                .movements(
                                        client,
                                        new AccountCode("1577"),
                                        new DimensionRef(DimensionType.BANKACC, ledger.value()),
                                        DAY,
                                        DAY)));
        assertThrows(
                JdbiException.class,
                () -> BOOKS.unit()
                        .read(Set.of(client), stores -> stores.journal().lockHead(client)));
    }

    private void post(DimensionSet dimensions) {
        BOOKS.post(
                client,
                List.of(new JournalEntry(
                        DAY,
                        "Vipps",
                        GivenBooks.voucher(ledger, DAY),
                        "test",
                        List.of(
                                JournalLine.inKroner(1, new AccountCode("1577"), 100, dimensions, ""),
                                JournalLine.inKroner(2, new AccountCode("3000"), -100, DimensionSet.NONE, "")),
                        List.of())));
    }

    private List<DayMovement> movements(String account, LedgerId of, LocalDate first, LocalDate last) {
        DimensionRef relation = new DimensionRef(DimensionType.BANKACC, of.value());
        return BOOKS.read(
                client, stores -> stores.journal().movements(client, new AccountCode(account), relation, first, last));
    }

    private JournalHead head() {
        return BOOKS.read(client, stores -> stores.journal().head(client));
    }

    private void assertNothingPosted() {
        assertEquals(JournalHead.EMPTY, head());
        for (String table : List.of("journal_entry", "journal_line", "voucher", "balance_day", "journal_number")) {
            assertEquals(
                    0,
                    BOOKS.count("SELECT count(*) FROM " + table + " WHERE client_account_id = ?", client.value()),
                    table);
        }
    }
}
