package no.avstemt.persistence.posting;

import static no.avstemt.persistence.GivenBooks.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.opening.OpeningFault;
import no.avstemt.application.opening.OpeningFault.Reason;
import no.avstemt.application.opening.OpeningFile;
import no.avstemt.application.opening.OpeningLine;
import no.avstemt.application.opening.OpeningRefused;
import no.avstemt.application.opening.OpeningSheet;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.period.MonthNotOpen;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Books that begin in the middle of a merchant's life with Vipps. */
final class OpeningBalancesTest {

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private final BookedMerchant cafe = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);

    private OpeningSheet asked(List<OpeningLine> lines) {
        return cafe.opening().preview(cafe.client(), lines);
    }

    private static OpeningLine line(String account, long amount) {
        return new OpeningLine(new AccountCode(account), Optional.empty(), amount);
    }

    private void yearBefore() {
        cafe.vipps
                .funds("capture", START.minusDays(2), 90000, "1")
                .fees("capture-fee", START.minusDays(2), -1000, "1")
                .funds("payout-scheduled", START.minusDays(2), -80000, "2000001")
                .funds("capture", START.minusDays(1), 20000, "2")
                .funds("payout-scheduled", START.minusDays(1), -30000, "2000002")
                .funds("capture", START.minusDays(1), 5000, "3")
                .funds("retained-disputed-capture", START.minusDays(1), -2000, "3")
                .funds("capture", START.plusDays(4), 12500, "4");
    }

    @Test
    void the_first_day_differs_until_the_books_are_opened_with_what_vipps_tells() {
        yearBefore();
        cafe.roundOn(START.plusDays(6));
        assertEquals(List.of("V-06 2026-01-01 -3000", "V-06 2026-01-01 1000"), cafe.findings());

        OpeningSheet opened = cafe.open(List.of(line("1900", 100000), line("2050", -134000)));

        assertEquals(0, opened.difference());
        assertEquals(
                List.of(
                        "1571 2000",
                        "1577 15500",
                        "1591 30000",
                        "1900 100000",
                        "2050 -134000",
                        "2700 -2500",
                        "2992 -1000",
                        "3000 -10000"),
                cafe.accounts());
        assertEquals(List.of(), cafe.findings());
    }

    @Test
    void an_opening_that_is_cancelled_leaves_what_it_explained_and_can_be_posted_anew() {
        yearBefore();
        cafe.roundOn(START.plusDays(6));
        cafe.open(List.of(line("1900", 100000), line("2050", -134000)));

        cafe.cancelOpening();
        assertEquals(List.of("V-06 2026-01-01 -3000", "V-06 2026-01-01 1000"), cafe.findings());

        cafe.open(List.of(line("1900", 50000), line("2050", -84000)));
        assertEquals(List.of(), cafe.findings());
    }

    @Test
    void a_list_that_does_not_balance_is_refused_with_its_difference_and_nothing_is_posted() {
        yearBefore();
        cafe.roundOn(START.plusDays(6));

        OpeningRefused refused = assertThrows(OpeningRefused.class, () -> cafe.open(List.of(line("1900", 100000))));

        assertEquals(134000, refused.sheet().difference());
        assertEquals(List.of("1577 12500", "2700 -2500", "3000 -10000"), cafe.accounts());
    }

    @Test
    void books_are_opened_once() {
        cafe.open(List.of(line("1900", 100), line("2050", -100)));

        OpeningRefused again =
                assertThrows(OpeningRefused.class, () -> cafe.open(List.of(line("1900", 100), line("2050", -100))));

        assertFalse(again.sheet().posted().isEmpty());
        assertEquals(List.of("1900 100", "2050 -100"), cafe.accounts());
    }

    @Test
    void books_that_begin_in_a_held_month_are_opened_with_a_reason() {
        List<OpeningLine> lines = List.of(line("1900", 100), line("2050", -100));
        Actor actor = Actor.system("test");
        Optional<String> reason = Optional.of("Kom sent");
        BOOKS.database()
                .asOwner(owner -> owner.createUpdate("""
                    INSERT INTO period (client_account_id, month, state, changed_at, changed_by)
                    VALUES (:client, '2026-01-01', 'HELD', now(), 'Kari')
                    """)
                        .bind("client", cafe.client().value())
                        .execute());

        assertThrows(MonthNotOpen.class, () -> cafe.opening().preview(cafe.client(), lines, Optional.empty()));
        assertThrows(MonthNotOpen.class, () -> cafe.opening().run(cafe.client(), actor, lines));
        assertEquals(0, cafe.opening().preview(cafe.client(), lines, reason).difference());
        cafe.opening().run(cafe.client(), actor, lines, reason);

        assertEquals(
                1,
                BOOKS.count(
                        "SELECT count(*) FROM journal_entry WHERE client_account_id = ? AND held_reason = 'Kom sent'",
                        cafe.client().value()));
    }

    @Test
    void what_the_accountant_says_of_a_vipps_account_counts_and_vipps_own_figure_stands_beside() {
        yearBefore();
        cafe.roundOn(START.plusDays(6));

        OpeningSheet sheet = asked(List.of(line("1577", 4000)));

        OpeningSheet.Row funds = sheet.rows().get(0);
        assertEquals(4000, funds.line().amount());
        assertEquals(Optional.of(3000L), funds.atVipps());
        assertEquals(Optional.of(cafe.ledger().value()), funds.line().relation());
    }

    @Test
    void a_line_says_what_its_account_asks_for() {
        assertEquals(
                Reason.RELATION_MISSING,
                asked(List.of(line("1500", 100))).faults().get(0).reason());
        assertEquals(
                Reason.NO_ACCOUNT,
                asked(List.of(line("1499", 100))).faults().get(0).reason());
        assertEquals(
                Reason.CLOSED_ACCOUNT,
                asked(List.of(line("2099", 100))).faults().get(0).reason());
        OpeningLine unknown = new OpeningLine(new AccountCode("1500"), Optional.of("nobody"), 100);
        assertEquals(
                Reason.RELATION_UNKNOWN, asked(List.of(unknown)).faults().get(0).reason());
    }

    @Test
    void an_account_stands_once_with_each_relation() {
        OpeningSheet sheet = asked(List.of(line("1900", 100), line("2050", -150), line("1900", 50)));

        assertEquals(List.of(new OpeningFault(2, Reason.TWICE, List.of("1900", "0"))), sheet.faults());
    }

    @Test
    void a_line_of_a_file_has_one_amount() {
        OpeningFile both = OpeningFile.read("konto;debet;kredit\n1900;100;40\n2050;;60\n1920;0;0");

        assertEquals(List.of(new OpeningFile.Fault(2, "", "opening.file.both", "1900;100;40")), both.faults());
    }

    @Test
    void a_file_has_debit_and_credit_or_a_balance() {
        OpeningFile columns = OpeningFile.read("\ufeffkonto;debet;kredit\r\n1900;1 234,50;\r\n2050;;1234,5\r\n");
        assertEquals(List.of(line("1900", 123450), line("2050", -123450)), columns.lines());
        assertEquals(
                columns.lines(),
                OpeningFile.read("account,balance\n1900,1234.50\n2050,-1234.50").lines());
    }

    @Test
    void a_file_of_an_old_mac_is_read_and_a_quote_that_is_never_closed_is_refused() {
        OpeningFile columns = OpeningFile.read("konto\tdebet\tkredit\r1900\t1 234,50\t\r2050\t\t1234,5");
        OpeningFile cut = OpeningFile.read("konto;saldo\n1900;100\n2050;\"-100\n");

        assertEquals(List.of(line("1900", 123450), line("2050", -123450)), columns.lines());
        assertEquals(List.of(new OpeningFile.Fault(3, "saldo", "table.cutOff", "")), cut.faults());
    }

    @Test
    void columns_that_are_not_known_or_told_twice_and_cells_beyond_them_are_refused_and_names_are_not() {
        assertEquals(
                List.of(new OpeningFile.Fault(1, "avdeling", "opening.file.unknownColumn", "avdeling")),
                OpeningFile.read("Konto;Avdeling;Saldo\n1920;1;100").faults());
        assertEquals(
                List.of(new OpeningFile.Fault(1, "balance", "opening.file.repeatedColumn", "balance")),
                OpeningFile.read("konto;saldo;balance\n1920;100;100").faults());
        assertEquals(
                List.of(new OpeningFile.Fault(2, "", "opening.file.cells", "1920;100;50")),
                OpeningFile.read("account,balance\n1920,100,50").faults());
        assertEquals(
                List.of(new OpeningFile.Fault(1, "", "opening.file.unknownColumn", "")),
                OpeningFile.read("konto;saldo;\n1920;100;7").faults());

        OpeningFile named = OpeningFile.read("Konto;Kontonavn;Saldo;\n1920;Bank;100;\n2050;Egenkapital;-100;");
        assertEquals(List.of(), named.faults());
        assertEquals(List.of(line("1920", 10000), line("2050", -10000)), named.lines());
    }

    @Test
    void what_a_file_gets_wrong_is_told_with_its_line() {
        assertEquals(1, OpeningFile.read("a;b\n1;2").faults().get(0).line());
        assertEquals(
                2, OpeningFile.read("account;balance\nBank;2").faults().get(0).line());
        assertEquals(
                3,
                OpeningFile.read("account;balance\n1920;2\n2050;two")
                        .faults()
                        .get(0)
                        .line());
    }
}
