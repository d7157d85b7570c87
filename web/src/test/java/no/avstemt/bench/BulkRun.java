package no.avstemt.bench;

import static no.avstemt.bench.Told.tell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import no.avstemt.MeasuredProgram;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.database.EndedProgram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of journal entries over the API, from the first byte that is sent to the answer after the commit, into one empty
 * journal or several; then the books are compared.
 */
public final class BulkRun {

    private static final String IMPORT = "/api/v2/journal-entries/import?create_missing=true&client_account_id=";

    private BulkRun() {}

    private record Imported(long entries, long lines, long nanos) {

        Imported plus(Imported other) {
            return new Imported(entries + other.entries, lines + other.lines, nanos + other.nanos);
        }
    }

    private record Reports(URI server, HttpClient http, ClientAccountId client, String key) {

        Imported take(Path file) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(server.resolve(IMPORT + client.value()))
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "text/csv")
                    .POST(HttpRequest.BodyPublishers.ofFile(file))
                    .build();
            long began = System.nanoTime();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            long nanos = System.nanoTime() - began;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("The workload was not taken: " + answer.body());
            }
            JsonNode imported = JsonMapper.shared().readTree(answer.body());
            return new Imported(
                    imported.get("entries").asLong(), imported.get("lines").asLong(), nanos);
        }

        JsonNode get(String address) {
            HttpRequest request = HttpRequest.newBuilder(server.resolve(address + "&client_account_id=" + client))
                    .header("Authorization", "Bearer " + key)
                    .header("Accept", "application/json")
                    .build();
            try {
                return JsonMapper.shared()
                        .readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                                .body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * @param arguments a folder with {@code lines.csv} and {@code oracle.json}, an empty data folder, and how many client
     *     accounts take the file, one after the other
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path workload = Path.of(arguments[0]);
        Path data = Path.of(arguments[1]);
        int clients = Integer.parseInt(arguments[2]);
        try (MeasuredProgram program = MeasuredProgram.open(data)) {
            URI server = program.serve();
            String key = program.apiKey();
            HttpClient http = HttpClient.newHttpClient();
            Imported all = new Imported(0, 0, 0);
            long reported = 0;
            for (int client = 1; client <= clients; client++) {
                Reports reports = new Reports(server, http, program.client("Workload " + client), key);
                all = all.plus(reports.take(workload.resolve("lines.csv")));
                if (client == clients) {
                    reported = ReportedTotals.compare(workload.resolve("oracle.json"), reports::get);
                }
            }
            tell("bulk.millis", all.nanos() / 1_000_000);
            tell("bulk.entries", all.entries());
            tell("bulk.lines", all.lines());
            tell("bulk.reported", reported);
        }
        Oracle oracle = Oracle.read(workload.resolve("oracle.json"));
        tell("bulk.compared", EndedProgram.read(data, books -> oracle.compare(books, clients)));
    }
}
