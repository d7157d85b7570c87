package no.avstemt.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The books of one client account or many, and addresses of reports of any of them. The same ones in each run. */
final class AskedBooks {

    static final String HALF_A_YEAR_OF_SALES = "&account_codes=3000&date_from=2025-04-01&date_to=2025-09-30";

    private static final String REPORTS = "/api/v2/reports/";
    private static final long SEED = 2026;

    private final Random random = new Random(SEED);
    private final List<Client> clients = new ArrayList<>();

    /** @param pages of the general ledger, by what it is narrowed to */
    private record Client(int id, long project, int journalPages, Map<String, Integer> pages) {

        int pagesOf(String narrowed) {
            return Objects.requireNonNull(pages.get(narrowed));
        }
    }

    /** @param count how many client accounts the data folder holds: 1 to this */
    AskedBooks(Asking asking, int count) throws IOException {
        for (int id = 1; id <= count; id++) {
            Map<String, Integer> pages = new HashMap<>();
            for (String narrowed : List.of("", HALF_A_YEAR_OF_SALES)) {
                pages.put(narrowed, pages(asking, "general-ledger", id, narrowed));
            }
            JsonNode projects = json(asking, "/api/v2/projects?client_account_id=" + id);
            long project = projects.get("data").get(0).get("id").asLong();
            clients.add(new Client(id, project, pages(asking, "journal", id, ""), pages));
        }
    }

    private static int pages(Asking asking, String report, int client, String more) throws IOException {
        return json(asking, REPORTS + report + "?client_account_id=" + client + more)
                .get("meta")
                .get("pages")
                .asInt();
    }

    private static JsonNode json(Asking asking, String path) throws IOException {
        return JsonMapper.shared().readTree(asking.ask(path));
    }

    String report(String report, String more) {
        return of(any(), report, more);
    }

    String ofProject(String report, String more) {
        Client client = any();
        return of(client, report, more + "&dimensions=project:" + client.project());
    }

    /** @param page of how many there are */
    String ledger(String narrowed, IntUnaryOperator page) {
        Client client = any();
        return of(client, "general-ledger", narrowed + "&page=" + page.applyAsInt(client.pagesOf(narrowed)));
    }

    String journal() {
        Client client = any();
        return of(client, "journal", "&page=" + anyUpTo(client.journalPages()));
    }

    private Client any() {
        return clients.get(random.nextInt(clients.size()));
    }

    private static String of(Client client, String report, String more) {
        return REPORTS + report + "?client_account_id=" + client.id() + more;
    }

    int anyUpTo(int last) {
        return 1 + random.nextInt(last);
    }

    int fiveDigits() {
        return 10_000 + random.nextInt(90_000);
    }

    LocalDate day() {
        return LocalDate.of(2025, 1, 1).plusDays(random.nextInt(365));
    }

    String range() {
        LocalDate to = day();
        return "&date_from=" + to.minusDays(random.nextInt(to.getDayOfYear())) + "&date_to=" + to;
    }
}
