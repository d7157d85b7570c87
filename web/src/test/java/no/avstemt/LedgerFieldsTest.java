package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.Route.Verb;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written of an entry over the API stands in the ledgers, field by field as their guide says. */
final class LedgerFieldsTest {

    private static final String RENT = """
            {"posting_date":"2026-03-14","description":"%s","lines":[
              {"account_code":"6300","debit":%s},{"account_code":"2050","credit":"100.00"}],"is_draft":%s}
            """;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TempDir
    private static Path folder;

    private static ApiOffice office;
    private static long acme;
    private static long fair;

    @BeforeAll
    static void write() {
        office = new ApiOffice(folder);
        acme = written("/api/v2/business-partners", """
                {"number":"88","name":"Acme AS","customer":true,"supplier":true}""");
        fair = written("/api/v2/projects", "{\"number\":\"7\",\"name\":\"Messe\"}");
        written("/api/v2/journal-entries", """
                {"posting_date":"2026-02-14","description":"Faktura til Acme",
                 "related_object":{"document_type":"INVOICE","document_number":"F-1","document_date":"2026-02-13",
                   "due_date":"2026-02-27","payment_ref":"0012345","business_partner_id":%1$d},
                 "lines":[
                   {"account_code":"1500","debit_amount":"100.00","currency_code":"EUR","exchange_rate":"11.50",
                    "relation_type":"businesspartner","relation_id":%1$d,
                    "dimensions":[{"type":"project","id":%2$d}],"description":"Messestand"},
                   {"account_code":"3000","credit":"920.00","tax_code":"3"},
                   {"account_code":"2700","credit":"230.00"}]}
                """.formatted(acme, fair));
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void a_line_has_its_currency_its_dimensions_its_document_and_who_wrote_it() {
        JsonNode line = rows("general-ledger", "&account_codes=1500").get(0);

        for (String known : List.of("id", "account_id", "sequence_number")) {
            assertTrue(line.get(known).asLong() > 0, known);
        }
        assertEquals(line.get("sequence_number"), line.at("/journal_entry/sequence_number"));
        assertTrue(line.at("/journal_entry/voucher_id").asLong() > 0);
        String shown = line.toString()
                .replaceAll("\"(id|account_id|sequence_number|voucher_id)\":\\d+,", "")
                .replaceAll("\"id\":\\d+", "");
        assertEquals("""
                {"line_id":1,"posting_date":"2026-02-14","account_code":"1500","description":"Messestand",\
                "debit":1150.00,"credit":0.00,"debit_amount":100.00,"currency_code":"EUR","exchange_rate":11.5,\
                "tax_code":null,"tax_base_amount":null,"tax_amount":null,"reconciled_amount":0.00,\
                "relation_type":"businesspartner","relation_id":%d,"dimensions":[{"type":"project","name":"Messe"}],\
                "journal_entry":{"cancelled":false,"is_draft":false,"description":"Faktura til Acme",\
                "related_object":{"document_number":"F-1","document_date":"2026-02-13","due_date":"2026-02-27",\
                "payment_ref":"0012345","document_type":"INVOICE","business_partner":{"name":"Acme AS"}},\
                "created_by":{"full_name":"anna@kontor.example"}}}""".formatted(acme), shown);
        assertEquals(
                acme,
                line.at("/journal_entry/related_object/business_partner/id").asLong());
        assertEquals(fair, line.at("/dimensions/0/id").asLong());
        assertTrue(line.at("/journal_entry/created_by/id").asLong() > 0);
    }

    @Test
    void the_base_of_a_tax_stands_on_its_line_alone_in_the_sign_of_the_ledger() {
        JsonNode sale = rows("general-ledger", "&tax_codes=3").get(0);
        JsonNode tax = rows("general-ledger", "&account_codes=2700").get(0);

        assertTrue(sale.toString().contains("\"tax_code\":\"3\",\"tax_base_amount\":-920.00,\"tax_amount\":-230.00"));
        assertTrue(sale.toString().contains("\"debit\":0.00,\"credit\":920.00,\"debit_amount\":-920.00"));
        assertTrue(tax.toString().contains("\"tax_code\":null,\"tax_base_amount\":null,\"tax_amount\":null"));
    }

    @Test
    void receivables_have_the_same_row_and_payables_have_none_of_it() {
        assertEquals(
                rows("general-ledger", "&account_codes=1500"),
                rows("accounts-receivable", "&business_partner_id=" + acme));
        assertEquals(List.of(), rows("accounts-payable", ""));
    }

    @Test
    void a_cancelled_entry_says_so_and_a_draft_has_no_number() {
        long cancelled = written("/api/v2/journal-entries", RENT.formatted("Husleie", "\"100.00\"", "false"));
        send("/api/v2/journal-entries/{id}/cancel", Long.toString(cancelled), "{\"reason\":\"Feil konto\"}", 201);
        written("/api/v2/journal-entries", RENT.formatted("Utkast", "\"100.00\"", "true"));
        written("/api/v2/journal-entries", RENT.formatted("Skjevt utkast", "\"99.00\"", "true"));

        List<JsonNode> rent = rows("general-ledger", "&account_codes=6300&include_drafts=true");

        assertEquals(
                List.of("true", "false", "false"),
                rent.stream()
                        .map(row -> row.at("/journal_entry/cancelled").toString())
                        .sorted(Comparator.reverseOrder())
                        .toList(),
                rent.toString());
        List<JsonNode> drafts = rent.stream()
                .filter(row -> row.at("/journal_entry/is_draft").asBoolean())
                .toList();
        assertEquals(1, drafts.size());
        assertTrue(drafts.get(0).get("id").isNull()
                && drafts.get(0).get("sequence_number").isNull());
        assertEquals(List.of(), rows("general-ledger", "&account_codes=6300&include_cancelled=false"));
        assertEquals(
                "1",
                fetched("general-ledger", "&include_drafts=true")
                        .headers()
                        .firstValue("X-Drafts-Left-Out")
                        .orElse(""));
    }

    private static List<JsonNode> rows(String report, String query) {
        JsonNode answer = JSON.readTree(fetched(report, query).body());
        assertFalse(answer.path("data").isMissingNode(), answer.toString());
        return answer.get("data").valueStream().toList();
    }

    private static HttpResponse<String> fetched(String report, String query) {
        Route route = route(Verb.GET, "/api/v2/reports/" + report);
        return office.send(
                route,
                route.path() + "?client_account_id=" + office.own + query,
                "",
                "Authorization",
                "Bearer " + office.reader);
    }

    /** Its id. */
    private static long written(String path, String json) {
        return send(path, "", json, 201).get("id").asLong();
    }

    private static JsonNode send(String path, String id, String json, int status) {
        Route route = route(Verb.POST, path);
        HttpResponse<String> answer = office.send(
                route,
                path.replace("{id}", id) + "?client_account_id=" + office.own,
                json,
                "Authorization",
                "Bearer " + office.writer,
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertEquals(status, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body());
    }

    private static Route route(Verb verb, String path) {
        return office.routes().stream()
                .filter(route -> route.verb() == verb && route.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
