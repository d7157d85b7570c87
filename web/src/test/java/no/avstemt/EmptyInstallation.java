package no.avstemt;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.avstemt.persistence.database.TestDatabase;
import no.avstemt.vipps.simulator.SimulatorSettings;
import no.avstemt.vipps.simulator.VippsSimulator;
import org.slf4j.LoggerFactory;

/** Avstemt on an empty folder and database, a simulated Vipps beside it, and all that is logged meanwhile. */
final class EmptyInstallation implements AutoCloseable {

    static final LocalDate LAST = LocalDate.of(2026, 6, 15);
    static final String EMAIL = "kari@kontor.example";
    static final String PASSWORD = "riktig hest batteri";

    private final Path folder;
    private final Map<String, String> database = ProgramForTest.database(TestDatabase.forProgram());
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    final VippsSimulator vipps;
    Avstemt avstemt;
    FormBrowser browser;

    EmptyInstallation(Path folder) {
        this.folder = folder;
        log.start();
        root().addAppender(log);
        vipps = VippsSimulator.start(SimulatorSettings.between(0, 1, LAST.minusDays(20), LAST), ProgramForTest.CLOCK);
        avstemt = opened(Map.of());
        browser = new FormBrowser(avstemt.address(), "nb");
    }

    private Avstemt opened(Map<String, String> more) {
        Map<String, String> environment = new TreeMap<>(database);
        environment.putAll(more);
        Avstemt opened = ProgramForTest.open(folder, environment, ProgramForTest.CLOCK);
        opened.serve(0);
        return opened;
    }

    /** With the administrator signed in again. */
    void restart(Map<String, String> environment) {
        avstemt.close();
        avstemt = opened(environment);
        browser = as(EMAIL);
    }

    EmptyInstallation withAdministrator() {
        browser.post("/setup", administrator(avstemt.setUp.begin().orElseThrow().text()));
        browser.get("/connections");
        return this;
    }

    FormBrowser stranger() {
        return new FormBrowser(avstemt.address(), "nb");
    }

    FormBrowser as(String email) {
        return stranger().signedIn(email, PASSWORD);
    }

    /** What was logged with any of these in it. */
    List<String> loggedWith(String... secrets) {
        return List.copyOf(log.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> List.of(secrets).stream().anyMatch(line::contains))
                .toList();
    }

    static Map<String, String> administrator(String token) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", token);
        form.put("name", "Kari Nordmann");
        form.put("email", EMAIL);
        form.put("password", PASSWORD);
        form.put("password_again", PASSWORD);
        form.put("chosen_language", "nb");
        return form;
    }

    Map<String, String> keys(String secret) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", "Kontoret");
        form.put("address", vipps.baseUri().toString());
        form.put("client_id", vipps.clientId());
        form.put("client_secret", secret);
        return form;
    }

    static Map<String, String> answers() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client", "");
        form.put("name", "Kaffebaren Nord AS");
        form.put("organisation_number", "310 482 617");
        form.put("books_language", "nb");
        form.put("start_date", "2026-01-01");
        form.put("vat_registered", "true");
        form.put("vat_from", "");
        form.put("vat_to", "");
        form.put("vat_term", "PRIMARY_INDUSTRY");
        form.put("booked_from", "VIPPS");
        form.put("default_code", "3");
        form.put("zero_rate", "5");
        form.put("cutoff", "00:00");
        return form;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger("ROOT");
    }

    @Override
    public void close() {
        avstemt.close();
        vipps.close();
        root().detachAppender(log);
    }
}
