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
 * A file of journal entries over the API, from the first byte that is sent to the answer after the commit, into an empty
 * journal; then the books are compared.
 */
public final class BulkRun {

    private static final String IMPORT = "/api/v2/journal-entries/import?create_missing=true&client_account_id=";

    private BulkRun() {}

    private record Reports(URI server, HttpClient http, ClientAccountId client, String key) {

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

    /** @param arguments a folder with {@code lines.csv} and {@code oracle.json}, and an empty data folder */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path workload = Path.of(arguments[0]);
        Path data = Path.of(arguments[1]);
        try (MeasuredProgram program = MeasuredProgram.open(data)) {
            ClientAccountId client = program.client("Workload");
            URI server = program.serve();
            HttpRequest file = HttpRequest.newBuilder(server.resolve(IMPORT + client.value()))
                    .header("Authorization", "Bearer " + program.apiKey())
                    .header("Content-Type", "text/csv")
                    .POST(HttpRequest.BodyPublishers.ofFile(workload.resolve("lines.csv")))
                    .build();
            HttpClient http = HttpClient.newHttpClient();
            long began = System.nanoTime();
            HttpResponse<String> answer = http.send(file, HttpResponse.BodyHandlers.ofString());
            tell("bulk.millis", (System.nanoTime() - began) / 1_000_000);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("The workload was not taken: " + answer.body());
            }
            JsonNode imported = JsonMapper.shared().readTree(answer.body());
            tell("bulk.entries", imported.get("entries").asLong());
            tell("bulk.lines", imported.get("lines").asLong());
            Reports reports = new Reports(server, http, client, program.apiKey());
            tell("bulk.reported", ReportedTotals.compare(workload.resolve("oracle.json"), reports::get));
        }
        Oracle oracle = Oracle.read(workload.resolve("oracle.json"));
        tell("bulk.compared", EndedProgram.read(data, oracle::compare));
    }
}
