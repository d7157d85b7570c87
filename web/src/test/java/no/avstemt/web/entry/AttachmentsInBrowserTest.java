package no.avstemt.web.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
final class AttachmentsInBrowserTest {

    private static final String SCREENSHOTS = System.getProperty("avstemt.screenshots", "");
    private static final Pattern POSTED = Pattern.compile(".*/journal-entries/[0-9]+\\?.*");
    private static final Pattern DRAFT = Pattern.compile(".*draft=[0-9]+.*");
    private static final byte[] PDF = "%PDF-1.7 kvittering %%EOF".getBytes(StandardCharsets.UTF_8);

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
    void without_a_script_files_are_sent_and_fetched() throws IOException {
        try (BrowserContext context = context(false, ColorScheme.LIGHT, 1440)) {
            Page page = written(context, "2026-04-20");
            page.locator("#files").setInputFiles(new FilePayload[] {file("a.pdf"), file("b.pdf")});
            page.locator("button[value=attach]").click();
            page.waitForURL(DRAFT);
            assertEquals(2, page.locator(".attachment-name").count());
            page.locator(".attachments button").first().click();
            assertEquals(List.of("b.pdf"), page.locator(".attachment-name").allTextContents());
            page.locator(".entry-doing button[value=post]").click();
            page.waitForURL(POSTED);

            page.locator("#files").setInputFiles(file("c.pdf"));
            page.locator(".attach button").click();
            assertEquals(
                    List.of("b.pdf", "c.pdf"), page.locator(".attachment-name").allTextContents());
            Download download = page.waitForDownload(
                    () -> page.locator(".attachment-doing a").last().click());
            assertEquals("c.pdf", download.suggestedFilename());
            assertEquals(
                    new String(PDF, StandardCharsets.UTF_8), Files.readString(download.path(), StandardCharsets.UTF_8));

            page.locator("#files").setInputFiles(new FilePayload("bilde.png", "image/png", PDF));
            page.locator(".attach button").click();
            assertTrue(page.locator("main > .problem").textContent().contains("bilde.png"));
        }
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
            visit(written(context, "2026-04-21"), scheme, width);
        }
    }

    private static void visit(Page page, ColorScheme scheme, int width) {
        page.locator("#files").setInputFiles(file("Kvittering for kontorrekvisita fra Bokhandelen i Storgata 12.pdf"));
        page.locator("button[value=attach]").click();
        page.waitForURL(DRAFT);
        look(page, "attach-draft", scheme, width);
        page.locator(".entry-doing button[value=post]").click();
        page.waitForURL(POSTED);
        look(page, "attach-entry", scheme, width);
        page.locator("#files").setInputFiles(new FilePayload("bilde.png", "image/png", PDF));
        page.locator(".attach button").click();
        page.locator("main > .problem").waitFor();
        look(page, "attach-refused", scheme, width);
        Page other = written(page.context(), "2026-04-22");
        other.locator(".entry-doing button[value=post]").click();
        other.waitForURL(POSTED);
        other.navigate(office.office.address() + "/undocumented-entries?client_account_id=1&month=2026-04");
        look(other, "undocumented", scheme, width);
    }

    private static FilePayload file(String name) {
        return new FilePayload(name, "application/pdf", PDF);
    }

    private static Page written(BrowserContext context, String day) {
        Page page = context.newPage();
        page.navigate(office.office.address() + "/login");
        if (page.locator("#email").count() > 0) {
            page.locator("#email").fill("kari@kontor.example");
            page.locator("#password").fill(Office.PASSWORD);
            page.locator("button.primary").click();
        }
        page.navigate(office.office.address() + WritingOffice.FORM);
        page.locator("#date").fill(day);
        page.locator("#description").fill("Kontorrekvisita");
        page.locator("#account-1").fill("6800");
        page.locator("#debit-1").fill("100");
        page.locator("#account-2").fill("1900");
        page.locator("#credit-2").fill("100");
        return page;
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
