package no.avstemt.bench;

import static no.avstemt.bench.Told.tell;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.avstemt.MeasuredProgram;
import no.avstemt.bench.KeepAlive.Answer;

/**
 * Journal entries of two lines posted one by one over the API, each with an idempotency key and on the disk before it is
 * answered: on one connection, and on several into the same client account, where each waits for the number before.
 */
public final class PostRun {

    private static final int WARM_UP = 1_000;
    private static final int ENTRIES = 2_000;
    private static final int CONNECTIONS = 8;
    private static final String PATH = "/api/v2/journal-entries?client_account_id=";
    private static final byte[] ENTRY = """
            {"posting_date":"2025-02-14","description":"Office supplies",
             "lines":[{"account_code":"6540","debit":800.00},{"account_code":"1900","credit":800.00}]}
            """.getBytes(StandardCharsets.UTF_8);

    private PostRun() {}

    /** @param arguments an empty data folder */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        try (MeasuredProgram program = MeasuredProgram.open(Path.of(arguments[0]))) {
            String path = PATH + program.client("Posting").value();
            URI server = program.serve();
            String key = program.apiKey();
            post(server, key, path, WARM_UP, "w");
            tell("post.one", perSecond(server, key, path, 1));
            tell("post.several", perSecond(server, key, path, CONNECTIONS));
            tell("post.connections", CONNECTIONS);
        }
    }

    private static long perSecond(URI server, String key, String path, int connections)
            throws InterruptedException, ExecutionException {
        ExecutorService posting = Executors.newFixedThreadPool(connections);
        try {
            long began = System.nanoTime();
            List<Callable<Integer>> parts = new ArrayList<>();
            for (int part = 0; part < connections; part++) {
                String name = connections + "-" + part;
                parts.add(() -> post(server, key, path, ENTRIES / connections, name));
            }
            int posted = 0;
            for (Future<Integer> part : posting.invokeAll(parts)) {
                posted += part.get();
            }
            return 1_000_000_000L * posted / (System.nanoTime() - began);
        } finally {
            posting.shutdownNow();
        }
    }

    private static int post(URI server, String key, String path, int entries, String name) throws IOException {
        try (KeepAlive http = new KeepAlive(server, key)) {
            for (int entry = 0; entry < entries; entry++) {
                Answer answer = http.post(path, name + "-" + entry, ENTRY);
                if (answer.status() != 201) {
                    throw new IllegalStateException(
                            answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8));
                }
            }
            return entries;
        }
    }
}
