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

/** Reports over HTTP on one kept connection, of the client account that the bulk path filled. */
public final class ReadRun {

    /** Of each kind in turn, as a server has had that runs since the morning: compilers are done by then. */
    private static final int WARM_UP = 5_000;

    private static final int REQUESTS = 1_000;
    private static final long SEED = 2025;
    private static final String CLIENT = "client_account_id=1";
    private static final String LEDGER = "/api/v2/reports/general-ledger?" + CLIENT + "&per_page=100&page=";

    private final Random random = new Random(SEED);
    private final Asking asking;

    private ReadRun(Asking asking) {
        this.asking = asking;
    }

    /** @param arguments a data folder that {@link BulkRun} has filled */
    public static void main(String[] arguments) throws IOException {
        try (MeasuredProgram program = MeasuredProgram.open(Path.of(arguments[0]));
                KeepAlive http = new KeepAlive(program.serve(), program.apiKey())) {
            new ReadRun(new Asking(http)).run();
        }
    }

    private void run() throws IOException {
        JsonNode meta = JsonMapper.shared().readTree(asking.ask(LEDGER + 1)).get("meta");
        int pages = meta.get("pages").asInt();
        tell("ledger.pages", pages);
        Map<String, Supplier<String>> kinds = new LinkedHashMap<>();
        kinds.put("trial", this::trialBalance);
        kinds.put("ledger.first", () -> LEDGER + 1);
        kinds.put("ledger.random", () -> LEDGER + (1 + random.nextInt(pages)));
        kinds.put("ledger.last", () -> LEDGER + pages);
        for (int round = 0; round < WARM_UP; round++) {
            for (Supplier<String> kind : kinds.values()) {
                asking.ask(kind.get());
            }
        }
        for (Map.Entry<String, Supplier<String>> kind : kinds.entrySet()) {
            asking.measure(kind.getKey(), kind.getValue(), REQUESTS, Duration.ofMinutes(2));
        }
    }

    /** Of some days up to some day. */
    private String trialBalance() {
        LocalDate to = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(365));
        LocalDate from = to.minusDays(random.nextInt(to.getDayOfYear()));
        return "/api/v2/reports/trial-balance?" + CLIENT + "&date_from=" + from + "&date_to=" + to;
    }
}
