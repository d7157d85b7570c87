package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.avstemt.application.access.Language;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.journal.Post;
import no.avstemt.application.verify.Check;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.web.multipart.WrittenForm;
import no.avstemt.web.text.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proof, processing history and vouchers as a program meets them. */
final class TrustOverHttpTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static ApiOffice office;

    @BeforeAll
    static void open() {
        office = new ApiOffice(folder);
        LocalDate day = LocalDate.of(2026, 2, 14);
        JournalEntry entry = new JournalEntry(
                day,
                "Husleie",
                new Voucher(Voucher.Kind.IMPORTED_FILE, "februar.csv"),
                "Kari",
                List.of(
                        JournalLine.inKroner(1, new AccountCode("6300"), 100, DimensionSet.NONE, "Husleie"),
                        JournalLine.inKroner(2, new AccountCode("2050"), -100, DimensionSet.NONE, "Husleie")),
                List.of());
        office.avstemt.unit.write(Set.of(office.own), stores -> {
            new Post(ProgramForTest.CLOCK)
                    .run(stores, office.own, stores.journal().lockHead(office.own), List.of(entry));
            stores.audit()
                    .record(
                            office.own,
                            new AuditEvent(
                                    Instant.parse("2026-02-14T12:00:00Z"),
                                    Actor.system("Kari Nordmann"),
                                    AuditAction.ENTRY_POSTED,
                                    "2026/1",
                                    Map.of(),
                                    Map.of("amount", "1.00")));
            return true;
        });
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static HttpResponse<String> ask(String method, String path) {
        URI address = office.avstemt
                .address()
                .resolve(path + (path.contains("?") ? "&" : "?") + "client_account_id=" + office.own);
        HttpRequest request = HttpRequest.newBuilder(address)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + office.writer)
                .header("Accept-Language", "en")
                .build();
        return answered(request);
    }

    private static HttpResponse<String> answered(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_proof_is_asked_for_and_answered_and_kept() {
        HttpResponse<String> made = ask("POST", "/api/v2/verifications");

        assertEquals(201, made.statusCode(), made.body());
        assertTrue(made.body().contains("\"state\":\"whole\""), made.body());
        assertTrue(made.body().contains("\"entries\":1"), made.body());
        assertTrue(ask("GET", "/api/v2/verifications").body().contains("\"records\":"));
    }

    @Test
    void the_head_of_the_chain_is_told_and_taken_back() {
        String told = ask("GET", "/api/v2/chain-head").body();
        String text = told.replaceFirst(".*\"text\":\"([^\"]+)\".*", "$1")
                .replace(" ", "%20")
                .replace("=", "%3D");

        HttpResponse<String> same = ask("POST", "/api/v2/verifications?against=" + text);
        assertEquals(201, same.statusCode(), same.body());
        assertTrue(same.body().contains("\"fault_count\":0"), same.body());

        String other = text.replaceFirst("position%3D1", "position%3D9");
        assertTrue(ask("POST", "/api/v2/verifications?against=" + other).body().contains("kept_head"));
        assertEquals(400, ask("POST", "/api/v2/verifications?against=x").statusCode());
    }

    @Test
    void a_head_of_another_client_is_refused_and_leaves_no_proof_behind() {
        String head = "avstemt-chain-head%20client_account_id%3D987%20position%3D1%20hash%3D" + "a".repeat(64);
        String before = ask("GET", "/api/v2/verifications").body();

        HttpResponse<String> refused = ask("POST", "/api/v2/verifications?against=" + head);

        assertEquals(400, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("belongs to client account 987"), refused.body());
        assertEquals(before, ask("GET", "/api/v2/verifications").body());
    }

    @Test
    void the_processing_history_says_who_did_what() {
        HttpResponse<String> history =
                ask("GET", "/api/v2/reports/processing-history?action=entry_posted&user=nordmann");

        assertEquals(200, history.statusCode(), history.body());
        assertTrue(history.body().contains("\"user\":\"Kari Nordmann\""), history.body());
        assertTrue(history.body().contains("\"after\":\"amount: 1.00\""), history.body());
        assertEquals(
                400, ask("GET", "/api/v2/reports/processing-history?action=x").statusCode());
    }

    @Test
    void everything_that_can_be_done_has_a_name_in_both_languages() {
        for (AuditAction action : AuditAction.values()) {
            for (Language language : Language.values()) {
                assertFalse(Texts.in(language).get(action.key()).isBlank(), action.key());
            }
        }
    }

    @Test
    void every_fault_has_a_sentence_in_both_languages() {
        for (Check check : Check.values()) {
            for (Language language : Language.values()) {
                String sentence = Texts.in(language).get(check.key(), "2026/1", "1.00", "2.00");
                assertFalse(sentence.contains("{"), sentence);
            }
        }
    }

    @Test
    void a_voucher_names_what_it_documents() {
        HttpResponse<String> voucher = ask("GET", "/api/v2/vouchers/1");

        assertEquals(200, voucher.statusCode(), voucher.body());
        assertTrue(voucher.body().contains("\"key\":\"februar.csv\""), voucher.body());
        assertTrue(voucher.body().contains("\"kind\":\"imported_file\""), voucher.body());
        assertEquals(404, ask("GET", "/api/v2/vouchers/999").statusCode());
    }

    @Test
    void a_file_is_taken_for_what_it_is_and_given_back_as_it_was() {
        HttpResponse<String> entry = ask("GET", "/api/v2/vouchers/1");
        String id = entry.body().replaceFirst(".*\"journal_entry_ids\":\\[([0-9]+).*", "$1");
        String to = "/api/v2/attachments?file_name=kvittering.pdf&journal_entry_id=" + id;

        HttpResponse<String> made = send(to, "application/pdf", "%PDF-1.7 kvittering %%EOF");
        assertEquals(201, made.statusCode(), made.body());
        String file = made.body().replaceFirst(".*?\"id\":([0-9]+).*", "$1");
        HttpResponse<String> back = ask("GET", "/api/v2/attachments/" + file + "/content");
        assertEquals("%PDF-1.7 kvittering %%EOF", back.body());
        assertEquals(
                "application/pdf", back.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(
                back.headers().firstValue("Content-Disposition").orElseThrow().startsWith("attachment;"));
        assertEquals(
                "nosniff", back.headers().firstValue("X-Content-Type-Options").orElseThrow());

        String asXml = to.replace("kvittering.pdf", "kvittering.xml");
        String asProgram = to.replace("kvittering.pdf", "kvittering.exe");
        assertEquals(
                400,
                send(asProgram, "application/pdf", "%PDF-1.7 kvittering %%EOF").statusCode());
        String asPicture = to.replace("kvittering.pdf", "kvittering.png");
        assertEquals(
                400,
                send(asPicture, "application/pdf", "%PDF-1.7 kvittering %%EOF").statusCode());
        assertEquals(400, send(to, "application/pdf", "%PDF-1.7 <script>").statusCode());
        assertEquals(400, send(to, "image/png", "%PDF-1.7 kvittering %%EOF").statusCode());
        assertEquals(
                400,
                send(asXml, "application/xml", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>")
                        .statusCode());
        assertEquals(400, send(asXml, "application/xml", "<a><b></a>").statusCode());
        assertEquals(201, send(asXml, "application/xml", "<a><b/></a>").statusCode());
        assertEquals(415, send(to, "text/html", "<html>").statusCode());
        HttpResponse<String> unknown =
                send(to.replaceFirst("id=[0-9]+", "id=999"), "application/pdf", "%PDF-1.7 %%EOF");
        assertEquals(404, unknown.statusCode());
        assertTrue(unknown.body().contains("has no journal entry or draft with id 999."), unknown.body());
    }

    @Test
    void a_file_is_taken_as_a_form_too_under_its_own_name() {
        String entry =
                ask("GET", "/api/v2/vouchers/1").body().replaceFirst(".*\"journal_entry_ids\":\\[([0-9]+).*", "$1");
        String to = "/api/v2/attachments?journal_entry_id=" + entry;
        String type = new WrittenForm().contentType();

        HttpResponse<String> made = send(to, type, form("Kvittering.pdf", "%PDF-1.7 som skjema %%EOF"));
        assertEquals(201, made.statusCode(), made.body());
        assertTrue(made.body().contains("\"file_name\":\"Kvittering.pdf\""), made.body());
        String id = made.body().replaceFirst(".*?\"id\":([0-9]+).*", "$1");
        assertEquals(
                "%PDF-1.7 som skjema %%EOF",
                ask("GET", "/api/v2/attachments/" + id + "/content").body());

        HttpResponse<String> lies = send(to, type, form("bilde.png", "%PDF-1.7 %%EOF"));
        assertEquals(400, lies.statusCode());
        assertTrue(lies.body().contains("bilde.png"), lies.body());
        assertEquals(400, send(to, type, "x").statusCode());
        assertEquals(400, send(to, type, written(new WrittenForm())).statusCode());
        HttpResponse<String> stays = ask("DELETE", "/api/v2/attachments/" + id);
        assertEquals(409, stays.statusCode(), stays.body());
    }

    private static String form(String name, String content) {
        return written(new WrittenForm().file("file", name, "application/pdf", content));
    }

    private static String written(WrittenForm form) {
        return new String(form.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void entries_without_documentation_are_told_by_their_days() {
        assertEquals(
                200,
                ask("GET", "/api/v2/undocumented-entries?date_from=2026-02-01&date_to=2026-02-28")
                        .statusCode());
        assertEquals(
                400,
                ask("GET", "/api/v2/undocumented-entries?date_from=2026-02-01&date_to=2026-01-31")
                        .statusCode());
    }

    private static HttpResponse<String> send(String path, String type, String body) {
        URI address = office.avstemt.address().resolve(path + "&client_account_id=" + office.own);
        HttpRequest request = HttpRequest.newBuilder(address)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + office.writer)
                .header("Content-Type", type)
                .build();
        return answered(request);
    }
}
