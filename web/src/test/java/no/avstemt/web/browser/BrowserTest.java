package no.avstemt.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.avstemt.web.http.Office;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The sample pages in a real browser. With {@code -Davstemt.screenshots=folder} each visited page is also kept as a
 * picture, to be looked at.
 */
final class BrowserTest {

    private static final String SCREENSHOTS = System.getProperty("avstemt.screenshots", "");

    private static Chromium chromium;
    private static Office office;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
        office = new Office();
        office.open(new SamplePages(office.frames).routes());
    }

    @AfterAll
    static void close() {
        Optional.ofNullable(chromium).ifPresent(Chromium::close);
        Optional.ofNullable(office).ifPresent(Office::close);
    }

    @Test
    void every_page_is_accessible_fits_its_width_and_leaves_the_console_clean() {
        visitAll(ColorScheme.LIGHT, 1440);
        if (!SCREENSHOTS.isEmpty()) {
            visitAll(ColorScheme.DARK, 390);
            visitAll(ColorScheme.DARK, 1440);
            visitAll(ColorScheme.LIGHT, 390);
        }
    }

    @Test
    void english_is_one_click_away_and_stays() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1440)) {
            Page page = context.newPage();
            page.navigate(office.address() + "/login");
            page.getByText("English").click();

            assertEquals("Sign in", page.locator("h1").textContent());
            signIn(page);
            assertEquals("Good morning, Kari.", page.locator("h1").textContent());
            assertEquals("en", page.locator("html").getAttribute("lang"));
        }
    }

    private static void visitAll(ColorScheme scheme, int width) {
        try (BrowserContext context = context(scheme, width)) {
            Page page = context.newPage();
            List<String> console = new ArrayList<>();
            page.onConsoleMessage(message -> console.add(message.text()));
            page.navigate(office.address() + "/login");
            look(page, "login", scheme, width);
            signIn(page);
            look(page, "front", scheme, width);
            for (String path : List.of("calm", "reports/trial-balance", "reports/wide")) {
                page.navigate(office.address() + "/" + path);
                look(page, path.replace('/', '-'), scheme, width);
            }
            assertEquals(List.of(), console);
            page.navigate(office.address() + "/reports/unknown");
            look(page, "error", scheme, width);
        }
    }

    private static void look(Page page, String name, ColorScheme scheme, int width) {
        if (!SCREENSHOTS.isEmpty()) {
            String file = name + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(SCREENSHOTS, file))
                    .setFullPage(true));
        }
        assertEquals(List.of(), Accessibility.wrong(page, name + " " + scheme + " " + width));
    }

    private static void signIn(Page page) {
        page.locator("#email").fill("kari@kontor.example");
        page.locator("#password").fill(Office.PASSWORD);
        page.locator("button.primary").click();
        page.waitForURL(office.address() + "/");
    }

    private static BrowserContext context(ColorScheme scheme, int width) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setLocale("nb-NO")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setColorScheme(scheme));
    }
}
