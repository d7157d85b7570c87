package no.avstemt.web.entry;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.application.access.SeededRandomness;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.client.ListClients;
import no.avstemt.application.file.AttachFile;
import no.avstemt.application.file.ReadFiles;
import no.avstemt.application.file.RemoveFile;
import no.avstemt.application.journal.CancelEntry;
import no.avstemt.application.journal.EntryLists.Wanted;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.application.journal.ImportEntries;
import no.avstemt.application.journal.KeepDrafts;
import no.avstemt.application.journal.KeepTemplates;
import no.avstemt.application.journal.ListJournal;
import no.avstemt.application.journal.Post;
import no.avstemt.application.journal.PostEntry;
import no.avstemt.application.journal.ReadDimensions;
import no.avstemt.application.journal.ReadEntry;
import no.avstemt.application.journal.ReadEntryChoices;
import no.avstemt.application.once.AnswerOnce;
import no.avstemt.application.period.PeriodStore.Closed;
import no.avstemt.application.period.PeriodStore.Told;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.period.PeriodState;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.GivenBooks;
import no.avstemt.web.file.AttachmentLists;
import no.avstemt.web.file.AttachmentPages;
import no.avstemt.web.file.UndocumentedPages;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Office;
import no.avstemt.web.http.Route;
import no.avstemt.web.journal.JournalEntryPages;
import no.avstemt.web.journal.TakeEntries;
import no.avstemt.web.multipart.WrittenForm;
import no.avstemt.web.register.RegisterRoutes;
import no.avstemt.web.text.PostedWords;

/** Client accounts 1 and 2 in one office; Kari keeps both, Per audits 1. */
final class WritingOffice implements AutoCloseable {

    static final String FORM = "/journal-entries/new?client_account_id=1";

    static final int MOST_BYTES = 1 << 20;

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    final Office office = new Office();
    final GivenBooks books = new GivenBooks();
    final ClientAccountId client = books.client("Kaffebaren Nord AS");
    private final ListJournal journal = new ListJournal(books.unit());
    private final String kari;
    private final String per;

    WritingOffice() {
        books.client("Bryggen Konserter AS");
        DimensionRef project = new DimensionRef(DimensionType.PROJECT, "12");
        books.change(client, stores -> stores.dimensions().addMissing(client, List.of(project)));
        Post post = new Post(office.clock);
        KeepDrafts keep = new KeepDrafts(books.unit(), office.clock);
        PostEntry posting = new PostEntry(books.unit(), post, office.clock);
        CancelEntry cancel = new CancelEntry(books.unit(), post, PostedWords::reversal, office.clock);
        ClientFrames frames = new ClientFrames(new ListClients(books.unit()), office.frames);
        KeepTemplates templates = new KeepTemplates(books.unit(), office.clock);
        SentOnce once = new SentOnce(new AnswerOnce(books.unit(), office.clock), new SeededRandomness(7));
        TakeEntries taking =
                new TakeEntries(new ImportEntries(books.unit(), post, office.clock), new ReadDimensions(books.unit()));
        ReadEntryChoices choices = new ReadEntryChoices(books.unit());
        AttachFile attach = new AttachFile(books.unit(), office.clock);
        RemoveFile remove = new RemoveFile(books.unit(), office.clock);
        ReadFiles read = new ReadFiles(books.unit());
        AttachmentLists lists = new AttachmentLists(read, MOST_BYTES);
        EntryFiles files = new EntryFiles(attach, remove, lists);
        List<Route> routes = Stream.of(
                        new EntryFormPages(
                                        choices,
                                        journal,
                                        new KeepForm(keep, posting, files, once),
                                        templates,
                                        frames,
                                        office.clock)
                                .routes(),
                        new TemplatePages(templates, frames).routes(),
                        new AttachmentPages(attach, remove, read, journal, lists, frames).routes(),
                        new UndocumentedPages(read, frames).routes(),
                        new RegisterRoutes(books.unit(), frames, office.clock).routes(),
                        new WrittenPages(journal, frames).routes(),
                        new ImportPages(taking, once, MOST_BYTES, frames).routes(),
                        new DraftPages(journal, keep, posting, frames).routes(),
                        new JournalEntryPages(new ReadEntry(books.unit()), cancel, lists, frames).routes())
                .flatMap(List::stream)
                .toList();
        office.open(routes);
        kari = office.signedIn("kari@kontor.example");
        per = office.signedIn("per@kontor.example");
    }

    HttpResponse<String> page(String path) {
        return office.get(path, "Cookie", kari, "Accept", "text/html", "Accept-Language", "nb");
    }

    HttpResponse<String> pageOfAuditor(String path) {
        return office.get(path, "Cookie", per, "Accept", "text/html", "Accept-Language", "nb");
    }

    /** From the form, with a client account of one's own unless another is given. */
    /** A purchase of 1 000 kroner with VAT in it, from the bank. */
    static List<String> purchase(String wish, String day) {
        return new ArrayList<>(List.of(
                "do",
                wish,
                "date",
                day,
                "description",
                "Kontorrekvisita",
                "account",
                "6800",
                "debit",
                "1 000,00",
                "credit",
                "",
                "tax_code",
                "1",
                "account",
                "1900",
                "debit",
                "",
                "credit",
                "1000",
                "tax_code",
                ""));
    }

    /** The form of an entry, filled in. */
    HttpResponse<String> sendForm(List<String> fields) {
        return post("/journal-entries/new", fields.toArray(String[]::new));
    }

    HttpResponse<String> post(String path, String... fields) {
        return postOf("1", path, fields);
    }

    HttpResponse<String> postOf(String clientAccount, String path, String... fields) {
        List<String> form = new ArrayList<>(List.of(fields));
        form.addAll(List.of("client_account_id", clientAccount, "_csrf", token()));
        return office.send(
                "POST",
                path,
                BodyPublishers.ofString(encoded(form)),
                "Cookie",
                kari,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "text/html",
                "Accept-Language",
                "nb");
    }

    /** As a browser sends a form with files. */
    HttpResponse<String> upload(String path, WrittenForm form) {
        return uploadWithToken(path, token(), form);
    }

    HttpResponse<String> uploadWithToken(String path, String token, WrittenForm form) {
        WrittenForm own = form.field("client_account_id", "1").field("_csrf", token);
        return office.send(
                "POST",
                path,
                BodyPublishers.ofByteArray(own.bytes()),
                "Cookie",
                kari,
                "Content-Type",
                own.contentType(),
                "Accept",
                "text/html",
                "Accept-Language",
                "nb");
    }

    private String token() {
        Matcher token = CSRF.matcher(page(FORM).body());
        if (!token.find()) {
            throw new AssertionError("A form without a token");
        }
        return token.group(1);
    }

    private static String encoded(List<String> fields) {
        return Stream.iterate(0, at -> at < fields.size(), at -> at + 2)
                .map(at -> encoded(fields.get(at)) + "=" + encoded(fields.get(at + 1)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What is said of a month from now on. */
    void say(YearMonth month, PeriodState state) {
        books.change(client, stores -> {
            Closed closed =
                    new Closed(GivenBooks.NOW, stores.journal().lockHead(client).chainPosition());
            Told told = new Told(
                    month, state, GivenBooks.NOW, Actor.system("Test"), Optional.of("Test"), Optional.of(closed));
            stores.periods().save(client, List.of(told));
        });
    }

    /** Posted entries of one day, or drafts. */
    List<FullEntry> entries(LocalDate day, boolean drafts) {
        Wanted wanted = new Wanted(new Period(day, day), Optional.empty(), Optional.of(drafts));
        return journal.run(client, wanted, 0, 100).page();
    }

    @Override
    public void close() {
        office.close();
        books.close();
    }
}
