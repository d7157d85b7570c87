package no.avstemt.persistence.journal;

import static no.avstemt.persistence.journal.Written.KARI;
import static no.avstemt.persistence.journal.Written.done;
import static no.avstemt.persistence.journal.Written.line;
import static no.avstemt.persistence.journal.Written.rent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import no.avstemt.application.journal.EntryLists.RelationType;
import no.avstemt.application.journal.EntryLists.Wanted;
import no.avstemt.application.journal.EntryOutcome;
import no.avstemt.application.journal.EntryOutcome.Faulty;
import no.avstemt.application.journal.EntryOutcome.Missing;
import no.avstemt.application.journal.EntryOutcome.Refused;
import no.avstemt.application.journal.EntryOutcome.Why;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.DraftLine;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.journal.EntryFault.Reason;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class EntriesByHandTest {

    private static final LocalDate DAY = GivenBooks.DAY;
    private static final DimensionRef ACME = new DimensionRef(DimensionType.BUSINESSPARTNER, "10001");

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final Written books = new Written(BOOKS, BOOKS.client("Husflid AS"));

    @Test
    void what_is_posted_has_number_voucher_author_and_lines() {
        FullEntry posted = books.posted(rent(DAY, 12_000_00));

        assertEquals("2026/1", number(posted));
        assertEquals("MANUAL 2026/1", voucher(posted));
        assertEquals("Kari Nordmann", posted.creator());
        assertEquals(7, posted.creatorId().orElseThrow().value());
        assertEquals("Husleie", posted.lines().get(0).description());
        assertEquals(-12_000_00, posted.lines().get(1).amount());
        assertEquals(
                1,
                BOOKS.count(
                        "SELECT count(*) FROM audit_event WHERE client_account_id = ? AND action = 'ENTRY_POSTED'"
                                + " AND subject = '2026/1' AND user_id = 7",
                        books.client.value()));
    }

    @Test
    void a_draft_keeps_what_is_written_and_is_in_no_figure_and_no_number() {
        FullEntry draft = books.draft(Written.entry(DAY, "", line("6300", 100)));

        assertTrue(draft.isDraft());
        assertEquals(
                0, BOOKS.count("SELECT count(*) FROM balance_day WHERE client_account_id = ?", books.client.value()));
        FullEntry changed = done(books.drafts.change(books.client, KARI, draft.id(), rent(DAY.plusDays(1), 200)));
        assertEquals(DAY.plusDays(1), changed.date());
        assertEquals(2, changed.lines().size());
        long drafts = BOOKS.read(books.client, stores -> stores.drafts().count(books.client, Period.EVER));
        assertEquals(1, drafts);
        done(books.drafts.delete(books.client, KARI, draft.id()));
        assertEquals(Optional.empty(), books.list.one(books.client, draft.id()));
        assertInstanceOf(Missing.class, books.drafts.delete(books.client, KARI, draft.id()));
        assertEquals("DRAFT_CREATED DRAFT_CHANGED DRAFT_DELETED", events());
    }

    @Test
    void a_draft_keeps_its_id_when_it_is_posted_and_is_changed_no_more() {
        FullEntry draft = books.draft(rent(DAY, 300));

        FullEntry posted = done(books.post.draft(books.client, KARI, draft.id()));

        assertEquals(draft.id(), posted.id());
        assertEquals("2026/1", number(posted));
        assertEquals(List.of(posted), books.all());
        assertEquals(
                new Refused(Why.POSTED_ALREADY, posted.ref()),
                books.drafts.change(books.client, KARI, draft.id(), rent(DAY, 400)));
        assertEquals(
                new Refused(Why.POSTED_ALREADY, posted.ref()), books.drafts.delete(books.client, KARI, draft.id()));
        assertEquals(new Refused(Why.POSTED_ALREADY, posted.ref()), books.post.draft(books.client, KARI, draft.id()));
    }

    @Test
    void an_unbalanced_draft_is_kept_and_not_posted() {
        FullEntry draft = books.draft(Written.entry(DAY, "Skjev", line("6300", 100), line("2050", -99)));

        Faulty faulty = assertInstanceOf(Faulty.class, books.post.draft(books.client, KARI, draft.id()));

        assertEquals(Reason.UNBALANCED, faulty.faults().get(0).reason());
        assertEquals(List.of("1"), faulty.faults().get(0).facts());
        assertEquals(
                0,
                BOOKS.read(books.client, stores -> stores.journal().head(books.client))
                        .chainPosition());
        assertTrue(books.list.one(books.client, draft.id()).orElseThrow().isDraft());
    }

    @Test
    void what_does_not_exist_cannot_even_be_kept() {
        EntryOutcome outcome = books.drafts.create(books.client, KARI, Written.entry(DAY, "x", line("9876", 1)));

        assertEquals(
                Reason.UNKNOWN_ACCOUNT,
                assertInstanceOf(Faulty.class, outcome).faults().get(0).reason());
    }

    @Test
    void posting_drafts_makes_the_same_books_as_posting_at_once() {
        long seed = new Random().nextLong();
        Written direct = new Written(BOOKS, BOOKS.client("Tvilling"));
        Written drafted = new Written(BOOKS, BOOKS.client("Tvilling"));
        for (EntryDraft entry : some(new Random(seed), 40)) {
            direct.posted(entry);
            FullEntry draft = drafted.draft(entry);
            done(drafted.post.draft(drafted.client, KARI, draft.id()));
        }

        assertEquals(export(direct.client), export(drafted.client), "seed " + seed);
        assertEquals(hash(direct.client), hash(drafted.client), "seed " + seed);
    }

    @Test
    void a_document_that_is_known_otherwise_is_a_fault() {
        EntryDraft written = rent(DAY, 700);
        Document bill = new Document("INVOICE", "A-1", DAY, Optional.empty(), Optional.empty(), Optional.empty());
        Document other =
                new Document("INVOICE", "A-1", DAY.plusDays(1), Optional.empty(), Optional.empty(), Optional.empty());
        books.posted(new EntryDraft(DAY, "Regning", Optional.of(bill), written.lines()));

        EntryOutcome outcome =
                books.post.run(books.client, KARI, new EntryDraft(DAY, "Regning", Optional.of(other), written.lines()));

        Faulty faulty = assertInstanceOf(Faulty.class, outcome);
        assertEquals(Reason.DOCUMENT_DIFFERS, faulty.faults().get(0).reason());
    }

    @Test
    void pages_follow_each_other_by_date_with_drafts_last() {
        BOOKS.change(books.client, stores -> stores.dimensions().addMissing(books.client, List.of(ACME)));
        for (int day = 9; day >= 0; day--) {
            books.posted(rent(DAY.plusDays(day), 100 + day));
        }
        DraftLine owed = DraftLine.inKroner(
                Optional.of(new AccountCode("2400")), -50, DimensionSet.of(List.of(ACME)), "Skyldig");
        books.posted(Written.entry(DAY.plusDays(3), "Regning", line("6300", 50), owed));
        books.draft(rent(DAY, 1));

        List<FullEntry> all = books.all();
        List<FullEntry> paged = new ArrayList<>();
        for (int offset = 0; offset < 15; offset += 5) {
            paged.addAll(books.list
                    .run(books.client, wanted(Optional.empty()), offset, 5)
                    .page());
        }

        assertEquals(12, all.size());
        assertEquals(all, paged);
        assertTrue(all.get(11).isDraft());
        assertEquals(
                12,
                books.list.run(books.client, wanted(Optional.empty()), 100, 5).records());
        assertEquals(
                11,
                books.list.run(books.client, wanted(Optional.of(false)), 0, 5).records());
        assertEquals(
                1, books.list.run(books.client, wanted(Optional.of(true)), 0, 5).records());
        Wanted ofAcme = new Wanted(
                new Period(DAY, DAY.plusDays(30)),
                Optional.of(new RelationType(DimensionType.BUSINESSPARTNER, Optional.empty())),
                Optional.empty());
        List<FullEntry> acmes = books.list.run(books.client, ofAcme, 0, 5).page();
        assertEquals(
                List.of("Regning"), acmes.stream().map(FullEntry::description).toList());
        assertEquals(ACME, acmes.get(0).lines().get(1).relation().orElseThrow().ref());
    }

    private static Wanted wanted(Optional<Boolean> drafts) {
        return new Wanted(Period.EVER, Optional.empty(), drafts);
    }

    private static List<EntryDraft> some(Random random, int count) {
        List<EntryDraft> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long ore = random.nextLong(1, 1_000_000_00);
            LocalDate date = DAY.minusDays(random.nextInt(60));
            DraftLine cost = line("6300", ore).withTax("1", Optional.of(ore), Optional.of(ore / 4));
            EntryDraft inKroner = Written.entry(
                    date, "Bilag " + i, cost, line("2710", ore / 4), line("2050", -ore), line("2050", -(ore / 4)));
            EntryDraft inEuro = Written.entry(
                    date,
                    "Euro " + i,
                    Written.foreign("6300", "EUR", ore, "11.7251"),
                    Written.foreign("2050", "EUR", -ore, "11.7251"));
            entries.add(random.nextBoolean() ? inKroner : inEuro);
        }
        return entries;
    }

    private String events() {
        return BOOKS.database()
                .asSuperuser(handle -> handle.select(
                                "SELECT string_agg(action, ' ' ORDER BY audit_event_id) FROM audit_event WHERE client_account_id = ?",
                                books.client.value())
                        .mapTo(String.class)
                        .one());
    }

    private static String export(ClientAccountId client) {
        return BOOKS.database().asSuperuser(handle -> CanonicalExport.of(handle, client.value()));
    }

    private static String hash(ClientAccountId client) {
        return BOOKS.read(client, stores -> stores.journal().head(client))
                .hash()
                .toString();
    }

    private static String number(FullEntry entry) {
        return entry.ref().orElseThrow().fiscalYear() + "/"
                + entry.ref().orElseThrow().number();
    }

    private static String voucher(FullEntry entry) {
        return entry.voucher().orElseThrow().voucher().kind() + " "
                + entry.voucher().orElseThrow().voucher().key();
    }
}
