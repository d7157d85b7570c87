package no.avstemt.domain.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.document.Document;
import org.junit.jupiter.api.Test;

class ChainHashTest {

    private static final DimensionSet LEDGER = DimensionSet.related(new DimensionRef(DimensionType.BANKACC, "12345"));

    /** Golden vectors: they fix the canonical form. A change of the form is a new version byte, never a new vector. */
    @Test
    void the_first_two_links_are_these() {
        PostedEntry first = JournalHead.EMPTY.next(entry("Oppgjør", 12500));
        PostedEntry second = JournalHead.EMPTY.after(first).next(entry("Oppgjør 2", -100));

        assertEquals(
                "92e9ae01afa6d2d8559e3eec2dcfa29f7ab2e77da40745857c272fbdd9c8679b",
                first.hash().toString());
        assertEquals(
                "e6850982cd53c466a4c13caa18de4945c49b847d0b09ac4b4a30a29f8fa0b4e5",
                second.hash().toString());
        assertEquals(2, second.number());
        assertEquals(2, second.chainPosition());
    }

    /** The same for entries with a document, a reversal, or a reason to be posted in a held month. */
    @Test
    void the_first_link_of_an_entry_with_its_context_is_this() {
        Document document = new Document(
                "INVOICE",
                "F-17",
                LocalDate.of(2026, 3, 1),
                Optional.of(LocalDate.of(2026, 3, 31)),
                Optional.of("1234566"),
                Optional.of(new DimensionRef(DimensionType.BUSINESSPARTNER, "10001")));

        assertEquals(
                "06364da80b833f2f37be49f36fb2a08d8f9dd57df52983d2e00ee30b0cf254c9",
                hashOf(entry("Oppgjør", 12500).about(document)).toString());
        assertEquals(
                "bb2137cd6a9cf7b5a2f51e5b42aaafe9fdabf22385a18fbbc834436ef5d1c2eb",
                hashOf(entry("Oppgjør", 12500).takingBack(new Reversal(2026, 7, "Feil konto")))
                        .toString());
        assertEquals(
                "01be695b69c1c5e43d9d7d8ac5f4fbaaf2722550456a799e29bcc3bc6ede0f69",
                hashOf(entry("Oppgjør", 12500).although("Glemt bilag")).toString());
    }

    @Test
    void composed_and_decomposed_letters_are_the_same_text() {
        assertEquals(hashOf(entry("Kafe\u0301", 1)), hashOf(entry("Kaf\u00e9", 1)));
    }

    @Test
    void lengths_are_written_so_that_text_cannot_move_between_fields() {
        assertNotEquals(hashOf(entry("ab", 1)), hashOf(entry("a", 1)));
        assertNotEquals(hashOf(entry("a", 1)), hashOf(entry("a", 2)));
    }

    @Test
    void numbers_begin_at_one_in_each_fiscal_year() {
        PostedEntry first = JournalHead.EMPTY.next(entry("a", 1));
        JournalEntry nextYear = new JournalEntry(
                LocalDate.of(2027, 1, 1),
                "b",
                first.entry().voucher(),
                "Avstemt",
                first.entry().lines(),
                List.of());

        PostedEntry second = JournalHead.EMPTY.after(first).next(nextYear);

        assertEquals(1, second.number());
        assertEquals(2, second.chainPosition());
    }

    @Test
    void an_entry_that_does_not_balance_is_never_built() {
        JournalLine alone = JournalLine.inKroner(1, new AccountCode("1577"), 100, DimensionSet.NONE, "x");
        assertThrows(
                IllegalArgumentException.class,
                () -> new JournalEntry(
                        LocalDate.of(2026, 1, 1),
                        "x",
                        new Voucher(Voucher.Kind.VIPPS_SETTLEMENT, "k"),
                        "Avstemt",
                        List.of(alone),
                        List.of()));
    }

    private static ChainHash hashOf(JournalEntry entry) {
        return JournalHead.EMPTY.next(entry).hash();
    }

    private static JournalEntry entry(String text, long amount) {
        return new JournalEntry(
                LocalDate.of(2026, 3, 14),
                text,
                new Voucher(Voucher.Kind.VIPPS_SETTLEMENT, "12345/funds/2026-03-14"),
                "Avstemt",
                List.of(
                        JournalLine.inKroner(1, new AccountCode("1577"), amount, LEDGER, text),
                        JournalLine.inKroner(2, new AccountCode("3000"), -amount, DimensionSet.NONE, text)
                                .withTax("3", -amount, 0)
                                .onLedgerDate(LocalDate.of(2026, 3, 14))),
                List.of());
    }
}
