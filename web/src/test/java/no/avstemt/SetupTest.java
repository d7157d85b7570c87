package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.FormBrowser.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The first administrator of an empty installation, over HTTP, with everything that can be shown or typed wrong. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SetupTest {

    private static String secondToken = "";

    @TempDir
    private static Path folder;

    private static EmptyInstallation office;

    @BeforeAll
    static void open() {
        office = new EmptyInstallation(folder);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    @Order(1)
    void while_there_is_no_user_every_page_leads_to_where_the_token_is() {
        assertEquals("/login", office.browser.get("/").location());
        assertTrue(office.browser.get("/connections").location().startsWith("/login?"));
        assertEquals("/setup", office.browser.get("/login").location());

        Answer locked = office.browser.get("/setup");
        assertEquals(403, locked.status());
        assertTrue(locked.body().contains("Set up Avstemt at"), locked.body());
    }

    @Test
    @Order(2)
    void only_the_token_of_the_latest_start_opens_the_page() {
        String first = office.avstemt.setUp.begin().orElseThrow().text();
        assertEquals(200, office.browser.get("/setup?token=" + first).status());

        secondToken = office.avstemt.setUp.begin().orElseThrow().text();

        for (String wrong : List.of(first, "", "x", secondToken.substring(1), secondToken + "A")) {
            assertEquals(403, office.browser.get("/setup?token=" + wrong).status(), wrong);
            assertEquals(
                    403,
                    office.browser
                            .post("/setup", EmptyInstallation.administrator(wrong))
                            .status(),
                    wrong);
        }
        assertTrue(office.avstemt.setUp.isNeeded());
    }

    @Test
    @Order(3)
    void what_is_wrong_is_told_and_nothing_typed_is_lost_but_the_password() {
        Map<String, String> form = EmptyInstallation.administrator(secondToken);
        form.put("name", "Kari <b>&\"Nordmann\"");
        form.put("email", "kari");
        form.put("password", "for kort!");

        Answer told = office.browser.post("/setup", form);

        assertEquals(422, told.status());
        assertTrue(told.body().contains("href=\"#email\"") && told.body().contains("href=\"#password\""), told.body());
        assertTrue(told.body().contains("value=\"Kari &lt;b>&amp;&#34;Nordmann&#34;\""), told.body());
        assertFalse(told.body().contains("for kort!"));
        form.put("email", EmptyInstallation.EMAIL);
        form.put("password", EmptyInstallation.PASSWORD);
        form.put("password_again", "noe annet her");
        assertTrue(office.browser.post("/setup", form).body().contains("href=\"#password_again\""));
        assertTrue(office.avstemt.setUp.isNeeded());
    }

    @Test
    @Order(4)
    void the_token_makes_one_administrator_who_is_signed_in_and_then_setup_is_gone() {
        Answer made = office.browser.post("/setup", EmptyInstallation.administrator(secondToken));

        assertEquals("/connections", made.location());
        assertEquals(200, office.browser.get("/connections").status());
        String front = office.browser.get("/").body();
        assertTrue(front.contains("<a class=\"primary\" href=\"/connections\">"), front);
        assertFalse(front.contains("action=\"/fetch\""), front);
        FormBrowser stranger = office.stranger();
        assertEquals("/login", stranger.get("/setup?token=" + secondToken).location());
        assertEquals(
                "/login",
                stranger.post("/setup", EmptyInstallation.administrator(secondToken))
                        .location());
        assertEquals(200, stranger.get("/login").status());
        assertEquals(Optional.empty(), office.avstemt.setUp.begin());
    }

    @Test
    @Order(5)
    void neither_the_token_nor_the_password_was_ever_logged() {
        assertEquals(List.of(), office.loggedWith(secondToken, EmptyInstallation.PASSWORD));
    }
}
