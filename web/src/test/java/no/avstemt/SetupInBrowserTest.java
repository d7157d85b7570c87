package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.avstemt.web.browser.Accessibility;
import no.avstemt.web.browser.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forms of an installation without users, which no other page leads to, in a real browser. */
final class SetupInBrowserTest {

    private static final String TAKE_IN_USE = "main a[href*='/ledgers/']";

    @TempDir
    private Path folder;

    private final List<String> wrong = new ArrayList<>();

    @Test
    void every_form_is_accessible_in_light_and_dark_also_when_it_tells_what_is_wrong() {
        try (Chromium chromium = Chromium.open();
                EmptyInstallation office = new EmptyInstallation(folder);
                BrowserContext context = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setLocale("nb-NO")
                                .setReducedMotion(ReducedMotion.REDUCE))) {
            Page page = context.newPage();
            page.navigate(office.avstemt.address() + "/setup");
            look(page, "setup without its token");

            String token = office.avstemt.setUp.begin().orElseThrow().text();
            page.navigate(office.avstemt.address() + "/setup?token=" + token);
            look(page, "setup");
            sendWrongly(page, "setup with faults");
            send(page, EmptyInstallation.administrator(token));
            look(page, "no connections");
            page.navigate(office.avstemt.address() + "/");
            look(page, "no clients");
            page.locator("main a.primary").click();

            sendWrongly(page, "connection with faults");
            send(page, office.keys(office.vipps.clientSecret()));
            page.locator(TAKE_IN_USE).first().click();
            look(page, "onboarding");
            page.fill("#start_date", "");
            sendWrongly(page, "onboarding with faults");
        }
        assertEquals(List.of(), wrong);
    }

    private void look(Page page, String what) {
        wrong.addAll(Accessibility.wrong(page, what));
    }

    /** As a browser that checks nothing itself. */
    private void sendWrongly(Page page, String what) {
        page.evaluate("document.querySelectorAll('form').forEach(form => form.noValidate = true)");
        page.locator("main button.primary").click();
        assertTrue(page.locator("main [aria-invalid=true]").count() > 0, what + ": " + page.content());
        look(page, what);
    }

    private static void send(Page page, Map<String, String> form) {
        form.forEach((name, value) -> {
            if (page.locator("input[name=" + name + "]:not([type=hidden])").count() > 0) {
                page.fill("input[name=" + name + "]", value);
            }
        });
        page.locator("main button.primary").click();
    }
}
