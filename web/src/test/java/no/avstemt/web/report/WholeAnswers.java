package no.avstemt.web.report;

import static no.avstemt.web.report.ReportOffice.header;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The six reports of the contract and the journal, each with what holds of every answer whoever posts meanwhile. */
enum WholeAnswers {
    /** Its two sides are equal. */
    BALANCE_SHEET("balance-sheet?report_date=2026-12-31&") {
        @Override
        void check(HttpResponse<String> answer, List<JsonNode> rows) {
            List<JsonNode> assets = rows.stream()
                    .filter(row -> row.at("/grouping/level_1_code").asString().equals("1000"))
                    .toList();
            BigDecimal owned = sum(assets, "/balance");
            assertEquals(header(answer, "X-Total-Assets"), owned.toPlainString());
            assertEquals(header(answer, "X-Total-Equity-And-Liabilities"), owned.toPlainString());
            assertEquals(owned, sum(rows, "/balance").subtract(owned));
        }
    },
    /** Its rows come to its result: income less costs. */
    INCOME_STATEMENT("income-statement?date_from=2026-01-01&date_to=2026-12-31&") {
        @Override
        void check(HttpResponse<String> answer, List<JsonNode> rows) {
            BigDecimal result = BigDecimal.ZERO;
            for (int month = 1; month <= 12; month++) {
                result = result.add(sum(rows, "/period_debit_movements/" + month));
            }
            assertEquals(header(answer, "X-Total-Result"), result.toPlainString());
        }
    },
    /** Sums to zero. */
    TRIAL_BALANCE("trial-balance?date_from=2026-01-01&date_to=2026-12-31&") {
        @Override
        void check(HttpResponse<String> answer, List<JsonNode> rows) {
            assertEquals("0.00", sum(rows, "/outgoing_balance").toPlainString());
            assertEquals(sum(rows, "/debit"), sum(rows, "/credit"));
            assertTotals(answer, rows);
        }
    },
    GENERAL_LEDGER("general-ledger?per_page=1000&") {
        @Override
        void check(HttpResponse<String> answer, List<JsonNode> rows) {
            assertEquals(sum(rows, "/debit"), sum(rows, "/credit"));
            assertTotals(answer, rows);
        }
    },
    ACCOUNTS_RECEIVABLE("accounts-receivable?per_page=1000&") {
        @Override
        void check(HttpResponse<String> answer, List<JsonNode> rows) {
            assertTotals(answer, rows);
        }
    },
    ACCOUNTS_PAYABLE("accounts-payable?per_page=1000&") {
        @Override
        void check(HttpResponse<String> answer, List<JsonNode> rows) {
            assertTotals(answer, rows);
        }
    },
    JOURNAL("journal?per_page=1000&") {
        @Override
        void check(HttpResponse<String> answer, List<JsonNode> rows) {
            assertEquals(sum(rows, "/debit"), sum(rows, "/credit"));
            assertEquals(header(answer, "X-Total-Debit"), sum(rows, "/debit").toPlainString());
        }
    };

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String question;

    WholeAnswers(String question) {
        this.question = question;
    }

    abstract void check(HttpResponse<String> answer, List<JsonNode> rows);

    void read(ReportOffice office) {
        HttpResponse<String> answer = office.get("/api/v2/reports/" + question + "client_account_id=1");
        assertEquals(200, answer.statusCode(), answer.body());
        JsonNode body = JSON.readTree(answer.body());
        check(answer, (body.isArray() ? body : body.get("data")).valueStream().toList());
    }

    /** What the lines come to is what the headers say, from the same moment. */
    private static void assertTotals(HttpResponse<String> answer, List<JsonNode> rows) {
        BigDecimal debit = sum(rows, "/debit");
        BigDecimal credit = sum(rows, "/credit");
        assertEquals(header(answer, "X-Total-Debit"), debit.toPlainString());
        assertEquals(header(answer, "X-Total-Credit"), credit.toPlainString());
        assertEquals(
                new BigDecimal(header(answer, "X-Total-Outgoing")),
                new BigDecimal(header(answer, "X-Total-Incoming")).add(debit).subtract(credit));
    }

    private static BigDecimal sum(List<JsonNode> rows, String member) {
        return rows.stream()
                .map(row -> row.at(member).decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2);
    }
}
