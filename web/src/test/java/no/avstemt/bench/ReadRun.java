package no.avstemt.bench;

import static no.avstemt.bench.Told.tell;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import no.avstemt.MeasuredProgram;
import no.avstemt.bench.KeepAlive.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports over HTTP on one kept connection, of the client account that the bulk path filled. */
public final class ReadRun {

    /** Of each kind in turn, as a server has had that runs since the morning: compilers are done by then. */
    private static final int WARM_UP = 5_000;

    private static final int REQUESTS = 1_000;
    private static final long SEED = 2025;
    private static final String CLIENT = "client_account_id=1";
    private static final String LEDGER = "/api/v2/reports/general-ledger?" + CLIENT + "&per_page=100&page=";

    private final Random random = new Random(SEED);
    private final KeepAlive http;

    private ReadRun(KeepAlive http) {
        this.http = http;
    }

    /** @param arguments a data folder that {@link BulkRun} has filled */
    public static void main(String[] arguments) throws IOException {
        try (MeasuredProgram program = MeasuredProgram.open(Path.of(arguments[0]));
                KeepAlive http = new KeepAlive(program.serve(), program.apiKey())) {
            new ReadRun(http).run();
        }
    }

    private void run() throws IOException {
        Answer first = http.get(LEDGER + 1);
        require(first, LEDGER + 1);
        JsonNode meta = JsonMapper.shared().readTree(first.body()).get("meta");
        int pages = meta.get("pages").asInt();
        tell("ledger.pages", pages);
        Map<String, Supplier<String>> kinds = new LinkedHashMap<>();
        kinds.put("trial", this::trialBalance);
        kinds.put("ledger.first", () -> LEDGER + 1);
        kinds.put("ledger.random", () -> LEDGER + (1 + random.nextInt(pages)));
        kinds.put("ledger.last", () -> LEDGER + pages);
        for (int round = 0; round < WARM_UP; round++) {
            for (Supplier<String> kind : kinds.values()) {
                ask(kind.get());
            }
        }
        for (Map.Entry<String, Supplier<String>> kind : kinds.entrySet()) {
            measure(kind.getKey(), kind.getValue());
        }
    }

    /** Of some days up to some day. */
    private String trialBalance() {
        LocalDate to = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(365));
        LocalDate from = to.minusDays(random.nextInt(to.getDayOfYear()));
        return "/api/v2/reports/trial-balance?" + CLIENT + "&date_from=" + from + "&date_to=" + to;
    }

    private void measure(String name, Supplier<String> path) throws IOException {
        long[] nanos = new long[REQUESTS];
        for (int request = 0; request < REQUESTS; request++) {
            String asked = path.get();
            long began = System.nanoTime();
            ask(asked);
            nanos[request] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        tell(name + ".p50", nanos[REQUESTS / 2] / 1_000);
        tell(name + ".p99", nanos[REQUESTS * 99 / 100] / 1_000);
    }

    private void ask(String path) throws IOException {
        require(http.get(path), path);
    }

    private static void require(Answer answer, String path) {
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " answers " + answer.status());
        }
    }
}
