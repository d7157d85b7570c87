package no.avstemt.web.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import no.avstemt.web.browser.Accessibility;
import no.avstemt.web.browser.Chromium;
import no.avstemt.web.http.Office;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With {@code -Davstemt.screenshots=folder} the pages are also kept as pictures, to be looked at. */
final class EntryFormInBrowserTest {

    private static final String SCREENSHOTS = System.getProperty("avstemt.screenshots", "");
    private static final Pattern POSTED = Pattern.compile(".*/journal-entries/[0-9]+\\?.*");

    private static Chromium chromium;
    private static WritingOffice office;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
        office = new WritingOffice();
    }

    @AfterAll
    static void close() {
        Optional.ofNullable(chromium).ifPresent(Chromium::close);
        Optional.ofNullable(office).ifPresent(WritingOffice::close);
    }

    @Test
    void an_entry_with_vat_is_written_and_posted_by_keyboard_alone() {
        try (BrowserContext context = context(true, ColorScheme.LIGHT, 1440)) {
            Page page = form(context);
            page.locator("#description").focus();
            Keyboard keys = page.keyboard();
            keys.type("Kontorrekvisita");
            keys.press("Enter");
            assertEquals("account-1", focused(page));
            keys.type("kontorrekv");
            keys.press("Tab");
            keys.press("Tab");
            assertEquals("debit-1", focused(page));
            keys.type("1000");
            keys.press("Tab");
            page.waitForCondition(() -> page.locator("#account-1").inputValue().startsWith("6800 "));
            page.waitForCondition(() -> page.locator("#tax_code-1").inputValue().equals("1"));
            page.waitForCondition(() -> page.locator("#note-1").textContent().contains("2710"));
            page.waitForCondition(() -> page.locator(".difference").textContent().contains("1\u00A0000,00"));
            page.locator("#account-2").focus();
            keys.type("1900");
            keys.press("Tab");
            keys.press("Tab");
            keys.press("Tab");
            assertEquals("credit-2", focused(page));
            keys.type("1000");
            keys.press("Enter");
            assertEquals("account-3", focused(page));
            page.locator("#sums.balanced").waitFor();
            keys.press("Control+Enter");
            page.waitForURL(POSTED);
        }
        List<String> lines = office.entries(LocalDate.of(2026, 11, 20), false).get(0).lines().stream()
                .map(line -> line.account().orElseThrow().code() + " " + line.amount())
                .toList();
        assertEquals(List.of("6800 80000", "2710 20000", "1900 -100000"), lines);
    }

    @Test
    void without_a_script_it_is_written_row_by_row() {
        try (BrowserContext context = context(false, ColorScheme.LIGHT, 1440)) {
            Page page = form(context);
            page.locator("#date").fill("2026-03-20");
            page.locator("#description").fill("Kaffe");
            page.locator("#account-1").fill("6800");
            page.locator("#debit-1").fill("100");
            page.locator("#tax_code-1").fill("1");
            page.locator(".entry-doing button[value=compute]").click();
            assertTrue(page.locator("#note-1").textContent().contains("2710"));
            page.locator(".entry-doing button[value=add]").click();
            page.locator("#account-3").fill("1900");
            page.locator("#credit-3").fill("100");
            page.locator("button[value=remove-2]").click();
            assertEquals("100", page.locator("#credit-2").inputValue());
            page.locator(".entry-doing button[value=post]").click();
            page.waitForURL(POSTED);
        }
        assertEquals(1, office.entries(LocalDate.of(2026, 3, 20), false).size());
    }

    @Test
    void every_page_is_accessible_and_fits_its_width() {
        visit(ColorScheme.LIGHT, 1440);
        if (!SCREENSHOTS.isEmpty()) {
            visit(ColorScheme.DARK, 390);
            visit(ColorScheme.DARK, 1440);
            visit(ColorScheme.LIGHT, 390);
        }
    }

    private static void visit(ColorScheme scheme, int width) {
        try (BrowserContext context = context(true, scheme, width)) {
            visit(form(context), scheme, width);
        }
    }

    private static void visit(Page page, ColorScheme scheme, int width) {
        page.locator("#description").fill("Flybilletter");
        page.locator("#account-1").fill("7140");
        page.locator("#debit-1").fill("100");
        page.locator("#tax_code-1").fill("1");
        page.locator("#account-2").fill("1900");
        page.locator("#credit-2").fill("90");
        page.locator(".entry-line summary").first().click();
        page.waitForCondition(() -> page.locator("#note-1").textContent().contains("2710"));
        look(page, "entry-form", scheme, width);
        page.locator(".entry-doing button[value=post]").click();
        page.locator("main > .problem").waitFor();
        look(page, "entry-faults", scheme, width);
        page.locator(".entry-doing button[value=draft]").click();
        page.waitForURL(Pattern.compile(".*/drafts\\?.*"));
        look(page, "drafts", scheme, width);
        page.navigate(office.office.address() + "/journal-entries?client_account_id=1");
        look(page, "journal", scheme, width);
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

    private static Page form(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(office.office.address() + "/login");
        page.locator("#email").fill("kari@kontor.example");
        page.locator("#password").fill(Office.PASSWORD);
        page.locator("button.primary").click();
        page.navigate(office.office.address() + WritingOffice.FORM);
        return page;
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.id"));
    }

    private static BrowserContext context(boolean script, ColorScheme scheme, int width) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(script)
                        .setViewportSize(width, 900)
                        .setLocale("nb-NO")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setColorScheme(scheme));
    }
}
