package no.avstemt.persistence.journal;

import static no.avstemt.persistence.journal.Imports.HEAD;
import static no.avstemt.persistence.journal.Imports.problems;
import static no.avstemt.persistence.journal.Imports.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.journal.EntryFile;
import no.avstemt.application.journal.ImportEntries.Missing;
import no.avstemt.application.journal.ImportEntries.Outcome;
import no.avstemt.application.journal.ImportEntries.Refused;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ImportEntriesTest {

    @AutoClose
    private static final GivenBooks BOOKS = new GivenBooks();

    private final Imports imports = new Imports(BOOKS);

    @Test
    void a_file_makes_the_same_books_as_its_entries_posted_one_by_one() {
        ClientAccountId posted = BOOKS.client("Vev");
        ClientAccountId imported = BOOKS.client("Vev");
        List<JournalEntry> entries = entries(600);
        BOOKS.change(posted, stores -> stores.dimensions().addMissing(posted, values(entries)));

        entries.forEach(entry -> BOOKS.post(posted, List.of(entry)));
        Outcome outcome = imports.run(imported, () -> text(entries), Missing.CREATE);

        assertEquals("600 entries, 1800 lines, 2025/1–600", told(outcome));
        assertEquals(books(posted), books(imported));
    }

    @Test
    void chunks_follow_each_other_without_a_gap() {
        ClientAccountId client = BOOKS.client("Stor");
        List<JournalEntry> entries = entries(21_000);

        assertEquals(
                "21000 entries, 63000 lines, 2025/1–14600 2026/1–6400",
                told(imports.run(client, () -> text(entries), Missing.CREATE)));

        assertEquals(
                21_000,
                BOOKS.read(client, stores -> stores.journal().head(client)).chainPosition());
        assertEquals(
                63_000,
                BOOKS.count("SELECT sum(lines)::bigint FROM balance_day WHERE client_account_id = ?", client.value()));
        assertEquals(0, BOOKS.count("""
                        SELECT count(*)
                          FROM (SELECT ordinal - row_number() OVER (PARTITION BY account_id, posting_date
                                       ORDER BY entry_id, line_no) AS off
                                  FROM journal_line WHERE client_account_id = ?) l
                         WHERE off <> 0
                        """, client.value()));
    }

    @Test
    void every_problem_is_told_by_its_line_and_nothing_is_booked() {
        ClientAccountId client = BOOKS.client("Feil");

        String problems = problems(imports.run(client, HEAD + """
                1,2025-01-01,1920,100,0,Ok,,
                1,2025-01-01,3000,0,100,Ok,,
                2,2025-13-01,1920,100,0,No such month,,
                2,2025-01-01,3000,0,100,Ok,,
                3,2025-01-01,1920,100,0,Not whole,,
                3,2025-01-01,3000,0,99,Not whole,,
                4,2025-01-01,1920,100,100,Both sides,,
                5,2025-01-01,1920,-100,0,Below zero,,
                6,2025-01-01,1920,1.00,0,Kroner,,
                7,2025-01-01,x,100,0,No account,,
                8,2025-01-01,1920,100,0,,,
                9,2025-01-01,1920,100,0,Seven fields,
                10,2025-01-01,1920,100,0,Two dates,,
                10,2025-01-02,3000,0,100,Two dates,,
                11,2025-01-01,7777,0,0,Unknown account,,
                12,2025-01-01,2099,0,0,Computed account,,
                """));

        assertEquals("""
                4 NO_DATE 2025-13-01
                6 UNBALANCED 1
                8 NOT_ONE_SIDE 100,100
                9 NOT_ONE_SIDE -100
                10 NO_AMOUNT 1.00
                11 NO_ACCOUNT_CODE x
                12 NO_DESCRIPTION\s
                13 WRONG_NUMBER_OF_FIELDS 7 / 8
                15 SEVERAL_DATES 2025-01-02
                16 FAULT NO_LINES
                16 UNKNOWN_ACCOUNT 7777
                17 FAULT NO_LINES
                17 ACCOUNT_NOT_POSTABLE 2099""", problems);
        assertEquals(
                0, BOOKS.read(client, stores -> stores.journal().head(client)).chainPosition());
    }

    @Test
    void all_or_nothing_whatever_the_last_line_holds() {
        ClientAccountId client = BOOKS.client("Siste");

        Refused refused = assertInstanceOf(
                Refused.class,
                imports.run(client, () -> text(entries(5_000)) + "x,2025-01-01,1920,1,0,Siste,,\n", Missing.CREATE));

        assertEquals(1, refused.count());
        assertEquals("15002 UNBALANCED 1", told(refused.problems().get(0)));
        assertEquals(0, BOOKS.count("SELECT count(*) FROM journal_entry WHERE client_account_id = ?", client.value()));
    }

    @Test
    void a_preview_tells_what_would_be_and_leaves_no_trace() {
        ClientAccountId client = BOOKS.client("Prøve");
        EntryFile file = Imports.file(() -> text(entries(700)));
        String before = books(client);
        long values = BOOKS.count("SELECT count(*) FROM dimension_value");
        long sets = BOOKS.count("SELECT count(*) FROM dimension_set");

        Outcome preview = imports.importEntries.preview(client, Actor.system("test"), file, Missing.CREATE);

        assertEquals("700 entries, 2100 lines, 2025/1–700", told(preview));
        assertEquals(before, books(client));
        assertEquals(values, BOOKS.count("SELECT count(*) FROM dimension_value"));
        assertEquals(sets, BOOKS.count("SELECT count(*) FROM dimension_set"));
        assertEquals(0, BOOKS.count("SELECT count(*) FROM audit_event WHERE client_account_id = ?", client.value()));
        assertEquals(preview, imports.importEntries.run(client, Actor.system("test"), file, Missing.CREATE));
    }

    @Test
    void accounts_that_are_missing_are_made_only_when_asked_for() {
        ClientAccountId client = BOOKS.client("Ny");
        String file = HEAD + "1,2025-01-01,3017,0,100,Salg,,\n1,2025-01-01,1920,100,0,Salg,,\n";

        assertEquals("2 UNKNOWN_ACCOUNT 3017", problems(imports.run(client, file)));
        assertEquals("1 entries, 2 lines, 2025/1–1", told(imports.run(client, () -> file, Missing.CREATE)));

        AccountCode code = new AccountCode("3017");
        assertEquals(
                List.of("Konto 3017"),
                BOOKS.read(client, stores -> stores.clients().accounts(client)).stream()
                        .filter(account -> account.code().equals(code))
                        .map(account -> account.nameNb())
                        .toList());
        assertEquals(
                2,
                BOOKS.count("SELECT chart_version FROM journal_head WHERE client_account_id = ?", client.value()),
                "the seal of a report must change with the chart");
    }

    @Test
    void an_account_that_is_put_away_while_the_file_is_read_keeps_all_of_it_out() {
        ClientAccountId client = BOOKS.client("Rydd");
        String file = HEAD + "1,2025-01-01,6300,100,0,Leie,,\n1,2025-01-01,2050,0,100,Leie,,\n";
        AtomicInteger read = new AtomicInteger();

        Outcome outcome = imports.run(
                client,
                () -> {
                    if (read.getAndIncrement() == 0) {
                        BOOKS.database()
                                .asSuperuser(handle -> handle.execute(
                                        "UPDATE account SET active = false WHERE client_account_id = ? AND code = ?",
                                        client.value(),
                                        "6300"));
                    }
                    return file;
                },
                Missing.CREATE);

        assertEquals("2 ACCOUNT_NOT_POSTABLE 6300", problems(outcome));
        assertEquals(0, BOOKS.count("SELECT count(*) FROM journal_entry WHERE client_account_id = ?", client.value()));
    }

    @Test
    void an_entry_that_comes_to_nothing_takes_no_number() {
        ClientAccountId client = BOOKS.client("Null");
        String two = "1,2025-01-01,6300,0,0,Leie,,\n1,2025-01-01,2050,0,0,Leie,,\n";
        String one = "1,2025-01-01,6300,0,0,Leie,,\n";

        assertEquals("2 FAULT NO_LINES", problems(imports.run(client, HEAD + one)));
        assertEquals("2 FAULT NO_AMOUNTS", problems(imports.run(client, HEAD + two)));
        assertEquals(
                "2 FAULT NO_AMOUNTS",
                problems(imports.run(client, HEAD.replace("project,department", "partner,tax_code") + two)));
    }

    @Test
    void a_file_that_changes_while_it_is_read_books_nothing() {
        ClientAccountId client = BOOKS.client("Ustø");
        AtomicInteger read = new AtomicInteger();
        String good = text(entries(20_000));
        String cut = good.substring(0, good.length() - 60);

        assertThrows(
                IllegalStateException.class,
                () -> imports.run(client, () -> read.getAndIncrement() == 0 ? good : cut, Missing.CREATE));

        assertEquals(0, BOOKS.count("SELECT count(*) FROM journal_line WHERE client_account_id = ?", client.value()));
        assertEquals(0, BOOKS.count("SELECT count(*) FROM balance_day WHERE client_account_id = ?", client.value()));
    }

    private static String books(ClientAccountId client) {
        return BOOKS.database().asSuperuser(handle -> CanonicalExport.of(handle, client.value()));
    }

    /** Sales of three lines, some with a project, some with a department too. */
    private static List<JournalEntry> entries(int count) {
        List<JournalEntry> entries = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            LocalDate day = LocalDate.of(2025, 1, 1).plusDays(number / 40);
            DimensionSet about = about(number);
            String text = "Salg " + number + ", \"kafé\"";
            long amount = 100L + number;
            entries.add(new JournalEntry(
                    day,
                    text,
                    new Voucher(Voucher.Kind.IMPORTED_FILE, "file.csv"),
                    "test",
                    List.of(
                            JournalLine.inKroner(1, new AccountCode("1920"), 5 * amount, about, text),
                            JournalLine.inKroner(2, new AccountCode("3000"), -4 * amount, about, text),
                            JournalLine.inKroner(3, new AccountCode("2700"), -amount, about, text)),
                    List.of()));
        }
        return entries;
    }

    private static DimensionSet about(int number) {
        List<DimensionRef> refs = new ArrayList<>();
        if (number % 3 == 0) {
            refs.add(new DimensionRef(DimensionType.PROJECT, "P" + number % 7));
        }
        if (number % 6 == 0) {
            refs.add(new DimensionRef(DimensionType.DEPARTMENT, "D" + number % 5));
        }
        return new DimensionSet(Optional.empty(), refs);
    }

    private static List<DimensionRef> values(List<JournalEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.lines().get(0).dimensions().others().stream())
                .distinct()
                .toList();
    }

    private static String text(List<JournalEntry> entries) {
        StringBuilder text = new StringBuilder(HEAD);
        for (int number = 0; number < entries.size(); number++) {
            for (JournalLine line : entries.get(number).lines()) {
                text.append(number)
                        .append(',')
                        .append(entries.get(number).postingDate())
                        .append(',')
                        .append(line.account())
                        .append(',')
                        .append(Math.max(line.amount(), 0))
                        .append(',')
                        .append(Math.max(-line.amount(), 0))
                        .append(",\"")
                        .append(line.description().replace("\"", "\"\""))
                        .append("\",")
                        .append(key(line, DimensionType.PROJECT))
                        .append(',')
                        .append(key(line, DimensionType.DEPARTMENT))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String key(JournalLine line, DimensionType type) {
        return line.dimensions().others().stream()
                .filter(ref -> ref.type() == type)
                .map(DimensionRef::key)
                .findFirst()
                .orElse("");
    }
}
