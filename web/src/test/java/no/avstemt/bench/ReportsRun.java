package no.avstemt.bench;

import static no.avstemt.bench.Told.tell;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import no.avstemt.MeasuredProgram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The other reports over HTTP on one kept connection, and searches, of the client account that the bulk path filled. */
public final class ReportsRun {

    private static final int WARM_UP = 300;
    private static final int REQUESTS = 300;
    private static final Duration AT_MOST = Duration.ofSeconds(12);
    private static final long SEED = 2026;
    private static final String CLIENT = "client_account_id=1";
    private static final String REPORTS = "/api/v2/reports/";

    private final Random random = new Random(SEED);
    private final Asking asking;

    private ReportsRun(Asking asking) {
        this.asking = asking;
    }

    /** @param arguments a data folder that {@link BulkRun} has filled */
    public static void main(String[] arguments) throws IOException {
        try (MeasuredProgram program = MeasuredProgram.open(Path.of(arguments[0]))) {
            long began = System.nanoTime();
            program.indexTexts();
            tell("search.index", (System.nanoTime() - began) / 1_000_000);
            try (KeepAlive http = new KeepAlive(program.serve(), program.apiKey())) {
                new ReportsRun(new Asking(http)).run();
            }
        }
    }

    private void run() throws IOException {
        for (Map.Entry<String, Supplier<String>> kind : kinds().entrySet()) {
            long end = System.nanoTime() + AT_MOST.toNanos();
            for (int request = 0; request < WARM_UP && System.nanoTime() < end; request++) {
                asking.ask(kind.getValue().get());
            }
            asking.measure(kind.getKey(), kind.getValue(), REQUESTS, AT_MOST);
        }
    }

    private Map<String, Supplier<String>> kinds() throws IOException {
        long project = idOf("projects");
        int entries = records("journal");
        Map<String, Supplier<String>> kinds = new LinkedHashMap<>();
        kinds.put("sheet", () -> of("balance-sheet", "&report_date=" + day()));
        kinds.put("income", () -> of("income-statement", range()));
        kinds.put("trial.grouped", () -> of("trial-balance", range() + "&group_by_dimension=project"));
        kinds.put("trial.filtered", () -> of("trial-balance", range() + "&dimensions=project:" + project));
        kinds.put("ledger.filtered", () -> of("general-ledger", range() + "&dimensions=project:" + project));
        kinds.put("receivable", () -> of("accounts-receivable", range()));
        kinds.put("journal", () -> of("journal", "&page=" + (1 + random.nextInt(Math.max(1, entries / 100)))));
        kinds.put("search", () -> of("general-ledger", "&free_text=P99" + (10_000 + random.nextInt(90_000))));
        kinds.put("aged", () -> of("aged-receivables", "&report_date=" + day()));
        kinds.put("vat", () -> of("vat-specification", range()));
        return kinds;
    }

    private static String of(String report, String more) {
        return REPORTS + report + "?" + CLIENT + more;
    }

    private LocalDate day() {
        return LocalDate.of(2025, 1, 1).plusDays(random.nextInt(365));
    }

    private String range() {
        LocalDate to = day();
        return "&date_from=" + to.minusDays(random.nextInt(to.getDayOfYear())) + "&date_to=" + to;
    }

    private long idOf(String register) throws IOException {
        return json("/api/v2/" + register + "?" + CLIENT)
                .get("data")
                .get(0)
                .get("id")
                .asLong();
    }

    private int records(String report) throws IOException {
        return json(of(report, "")).get("meta").get("records").asInt();
    }

    private JsonNode json(String path) throws IOException {
        return JsonMapper.shared().readTree(asking.ask(path));
    }
}
