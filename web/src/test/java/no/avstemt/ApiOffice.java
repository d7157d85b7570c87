package no.avstemt;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.EmailAddress;
import no.avstemt.application.access.Right;
import no.avstemt.application.access.Role;
import no.avstemt.application.access.UserId;
import no.avstemt.application.client.StandardChart;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.persistence.database.TestDatabase;
import no.avstemt.web.api.Schema;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.SeveralClients;

/**
 * The whole program in this process with two client accounts, an accountant's keys for one of them, and an administrator's
 * for what is the office's.
 */
final class ApiOffice implements AutoCloseable {

    /** Thousands of calls with one key. */
    private static final Map<String, String> UNLIMITED = Map.of("AVSTEMT_API_RATE", "0");

    final Avstemt avstemt;
    final ClientAccountId own;
    final ClientAccountId foreign;
    final String writer;
    final String reader;
    private final String administrator;
    private final HttpClient http = HttpClient.newHttpClient();

    ApiOffice(Path folder) {
        Map<String, String> environment = ProgramForTest.database(TestDatabase.forProgram());
        environment.putAll(UNLIMITED);
        avstemt = ProgramForTest.open(folder, environment, ProgramForTest.CLOCK);
        own = client("Kaffebaren Nord AS");
        foreign = client("Bryggen Konserter AS");
        UserId accountant = user("anna@kontor.example", Role.ACCOUNTANT, ClientScope.of(own));
        writer = key(accountant, ClientScope.of(own), Right.WRITE);
        reader = key(accountant, ClientScope.of(own), Right.READ);
        UserId kari = user("kari@kontor.example", Role.ADMINISTRATOR, ClientScope.all());
        administrator = key(kari, ClientScope.all(), Right.WRITE);
        avstemt.serve(0);
    }

    private ClientAccountId client(String name) {
        ClientAccountId id =
                avstemt.unit.write(Set.of(), stores -> stores.clients().nextId());
        return avstemt.unit.write(Set.of(id), stores -> {
            ClientAccount account = new ClientAccount(
                    id, name, new OrgNumber("974760673"), "nb", LocalDate.of(2026, 1, 1), VatRegistration.ALWAYS);
            stores.clients().add(account, StandardChart.rows(), Instant.parse("2026-01-01T00:00:00Z"));
            return id;
        });
    }

    private UserId user(String email, Role role, ClientScope scope) {
        return avstemt.createUser
                .run(new EmailAddress(email), email, role, scope, DemoOffice.PASSWORD)
                .orElseThrow();
    }

    private String key(UserId owner, ClientScope scope, Right right) {
        return ProgramForTest.key(avstemt, owner, scope, right);
    }

    /** The key of someone who may do this. */
    String writer(Route route) {
        return route.access().roles().contains(Role.ACCOUNTANT) ? writer : administrator;
    }

    List<Route> routes() {
        return avstemt.routes.all().stream().filter(Route::isApi).toList();
    }

    /** Its address with what must be given, for one client account. */
    static String address(Route route, String client) {
        String path = route.path();
        StringBuilder query = new StringBuilder();
        if (route.ofClient()) {
            query.append("&client_account_id=").append(encoded(client));
        }
        for (Param<?> param : route.params()) {
            if (param.place() == Param.Place.PATH) {
                path = path.replace("{" + param.name() + "}", encoded(value(param)));
            } else if (param.place() == Param.Place.QUERY && param.isRequired()) {
                boolean ofClients = param.equals(SeveralClients.PARAM);
                query.append('&').append(param.name()).append('=').append(encoded(ofClients ? client : value(param)));
            }
        }
        return query.isEmpty() ? path : path + "?" + query.substring(1);
    }

    static String value(Param<?> param) {
        if (!param.type().values().isEmpty()) {
            return param.type().values().get(0);
        }
        if (param.type().format().equals("month")) {
            return "2026-01";
        }
        boolean day = param.type().format().equals("date");
        return param.type().schema().equals("integer") ? "1" : day ? "2026-01-31" : "1920";
    }

    /** A body with every field, each as its schema says, and one of them as given. */
    static String json(Schema schema, String way, String hostileAt, String hostile) {
        if (way.equals(hostileAt)) {
            return hostile;
        }
        if (schema.type().equals("object")) {
            StringBuilder members = new StringBuilder();
            for (Schema.Property property : schema.properties()) {
                members.append(members.isEmpty() ? "" : ",")
                        .append('"')
                        .append(property.name())
                        .append("\":")
                        .append(json(property.schema(), way + "." + property.name(), hostileAt, hostile));
            }
            return "{" + members + "}";
        }
        if (schema.items().isPresent()) {
            return "[" + json(schema.items().get(), way + "[]", hostileAt, hostile) + "]";
        }
        return schema.limits().get("enum") instanceof List<?> names ? "\"" + names.get(0) + "\"" : plain(schema);
    }

    private static String plain(Schema schema) {
        return switch (schema.type()) {
            case "integer" -> "1";
            case "number" -> "1.00";
            case "boolean" -> "true";
            default -> schema.format().equals("date") ? "\"2026-01-31\"" : "\"1\"";
        };
    }

    HttpResponse<String> send(Route route, String address, String body, String... headers) {
        String type = route.contract().streams().stream().findFirst().orElse("application/json");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(avstemt.address() + address))
                .timeout(Duration.ofSeconds(30))
                .method(route.verb().name(), body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        avstemt.close();
    }
}
