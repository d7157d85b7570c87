package no.avstemt.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.Reports;
import no.avstemt.web.api.Form;
import no.avstemt.web.api.Schema;
import no.avstemt.web.api.Schema.Property;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told of the answers of reports, against answers over books of chance. */
class ReportSchemaTest {

    private static final boolean LONG = Boolean.getBoolean("avstemt.test.long");
    private static final long SEED = Long.getLong("avstemt.test.seed", System.nanoTime());
    private static final String API = "/api/v2/reports/";
    private static final String DAYS = "&date_from=2025-01-01&date_to=2025-12-31";

    @AutoClose
    static final ReportOffice OFFICE = new ReportOffice(SEED, LONG ? 2_000 : 200);

    @Test
    void every_answer_is_of_the_form_that_is_described_whatever_is_asked() {
        System.err.println("Seed: " + SEED);
        for (Report report : Reports.ALL) {
            Schema schema = ReportSchema.of(report);
            for (String more :
                    List.of("", "&include_drafts=true", "&compare=previous_year", "&group_by_dimension=tag")) {
                String name = more.isEmpty() ? "" : more.substring(1, more.indexOf('='));
                if (name.isEmpty() || takes(report, name)) {
                    assertForm(schema, report.id() + "?client_account_id=2" + must(report) + more);
                }
            }
        }
    }

    @Test
    void rows_of_several_client_accounts_say_whose_they_are() {
        for (Report report : Reports.ALL) {
            if (!takes(report, Parameters.PAGE.name())) {
                assertForm(
                        ReportSchema.ofSeveral(report),
                        "combined/" + report.id() + "?client_account_ids=1,2" + must(report));
            }
        }
    }

    @Test
    void what_can_be_null_is_null_in_some_row_and_nothing_is_left_open_that_need_not_be() {
        Schema row = ReportSchema.of(Reports.GENERAL_LEDGER).properties().stream()
                .filter(property -> property.name().equals("data"))
                .findFirst()
                .orElseThrow()
                .schema()
                .items()
                .orElseThrow();
        Set<String> open = new HashSet<>();
        nullable("", row, open);
        Set<String> promised = Set.copyOf(open);

        String ledger = "general-ledger?client_account_id=2&per_page=1000&include_drafts=true";
        JsonMapper.shared()
                .readTree(OFFICE.get(API + ledger).body())
                .get("data")
                .forEach(line ->
                        open.removeIf(way -> line.at(way.replace('.', '/')).isNull()));

        assertEquals(Set.of(), open, "Seed " + SEED);
        assertTrue(promised.contains(".journal_entry.related_object"), promised.toString());
        assertFalse(promised.contains(".account_code"), promised.toString());
    }

    private static void nullable(String way, Schema schema, Set<String> open) {
        for (Property property : schema.properties()) {
            if (property.nullable()) {
                open.add(way + "." + property.name());
            }
            nullable(way + "." + property.name(), property.schema(), open);
        }
    }

    private static boolean takes(Report report, String parameter) {
        return report.parameters().stream().anyMatch(one -> one.name().equals(parameter));
    }

    /** What is given so that there are rows. */
    private static String must(Report report) {
        if (takes(report, Parameters.PAGE.name())) {
            return "&per_page=1000";
        }
        return takes(report, Parameters.REPORT_DATE.name()) ? "&report_date=2025-12-31" : DAYS;
    }

    private static void assertForm(Schema schema, String path) {
        HttpResponse<String> answer = OFFICE.get(API + path);
        assertEquals(200, answer.statusCode(), path + ": " + answer.body());
        JsonNode json = JsonMapper.shared().readTree(answer.body());
        boolean history = path.startsWith("processing-history");
        assertTrue(
                history || !json.isEmpty() && !json.path("data").isEmpty() || json.isArray() && !json.isEmpty(), path);
        assertEquals(List.of(), new Form(schema).faults(json), "Seed " + SEED + ", " + path);
    }
}
