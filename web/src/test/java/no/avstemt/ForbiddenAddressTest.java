package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import no.avstemt.FormBrowser.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office that lets nobody use the program to ask around in its own network. */
final class ForbiddenAddressTest {

    private static EmptyInstallation office;

    @BeforeAll
    static void open(@TempDir Path folder) {
        office = new EmptyInstallation(folder).withAdministrator();
        office.restart(Map.of("AVSTEMT_VIPPS_LOOPBACK", "false"));
        office.browser.get("/connections");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void an_address_on_this_machine_is_not_asked_and_the_page_names_the_setting() {
        Answer refused = office.browser.post("/connections", office.keys(office.vipps.clientSecret()));

        assertEquals(502, refused.status());
        assertTrue(refused.body().contains("AVSTEMT_VIPPS_LOOPBACK"), refused.body());
        assertTrue(office.avstemt.connections.all().isEmpty());
    }
}
