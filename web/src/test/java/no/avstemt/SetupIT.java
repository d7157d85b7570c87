package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import no.avstemt.application.access.Language;
import no.avstemt.domain.time.Oslo;
import no.avstemt.web.browser.Chromium;
import no.avstemt.web.text.Formats;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The program as it is shipped, from an empty folder to booked dates, by clicking, without JavaScript. */
class SetupIT {

    private static final String PASSWORD = "riktig hest batteri";
    private static final int PATIENCE_SECONDS = 180;

    @TempDir
    private Path folder;

    /** In the other language too where there is time: each is two starts of the program. */
    static Stream<Arguments> languages() {
        Arguments norwegian = Arguments.of(
                "nb-NO",
                "nb",
                "Sett opp Avstemt",
                "Vipps-tilkoblinger",
                "Ta i bruk 418207",
                "Bokført til",
                "Saldoen i bøkene er den samme");
        Arguments english = Arguments.of(
                "en-GB",
                "en",
                "Set up Avstemt",
                "Vipps connections",
                "Take into use 418207",
                "Booked to",
                "The balance of the books is the same");
        return Boolean.getBoolean("avstemt.test.long") ? Stream.of(norwegian, english) : Stream.of(norwegian);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void an_empty_folder_becomes_an_office_with_booked_dates(
            String locale,
            String language,
            String setup,
            String connections,
            String take,
            String booked,
            String reconciled)
            throws InterruptedException {
        String wholeAtStart = booked + " " + lastWholeDate(language);
        try (RunningProgram simulator = RunningProgram.start(
                        folder, "simulator", "--port", "0", "--days", "15", "--until", "2026-06-15");
                RunningProgram avstemt = RunningProgram.start(
                        folder,
                        "serve",
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("data").toString());
                Chromium chromium = Chromium.open();
                BrowserContext context = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setLocale(locale)
                                .setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            setUp(page, avstemt.line("Set up Avstemt at"), setup, language);
            assertEquals(connections, page.locator("h1").textContent());

            String[] keys = simulator.line("Simulator keys:").split(" / ");
            connect(page, simulator.line("Simulator:"), keys);
            assertFalse(page.content().contains(keys[1]));
            page.locator("[aria-label='" + take + "']").click();
            page.fill("[name='start_date']", "2026-01-01");
            page.locator("form.onboarding button.primary").click();

            assertTrue(page.url().contains("/first-day?client_account_id="), page.url());
            waitFor(page, () -> page.content().contains(reconciled));
            page.locator("#first-day a.primary").click();
            assertTrue(page.url().contains("/client?client_account_id="), page.url());
            waitFor(
                    page,
                    () -> Stream.of(wholeAtStart, booked + " " + lastWholeDate(language))
                            .anyMatch(page.content()::contains));
            assertFalse(avstemt.output().contains(keys[1]));
        }
    }

    /**
     * No entry on a date that Vipps says it has told all of is a quiet date, booked as well; a date is whole six hours
     * after it ended. Another one may become that while the program runs.
     */
    private static String lastWholeDate(String language) {
        LocalDate day = Oslo.today(Clock.offset(Clock.systemUTC(), Duration.ofHours(-6)))
                .minusDays(1);
        return Formats.in(language.equals("nb") ? Language.NORWEGIAN : Language.ENGLISH)
                .date(day);
    }

    private static void setUp(Page page, String address, String title, String language) {
        page.navigate(address);
        assertEquals(title, page.locator("h1").textContent());
        page.fill("#name", "Kari Nordmann");
        page.fill("#email", "kari@kontor.example");
        page.fill("#password", PASSWORD);
        page.fill("#password_again", PASSWORD);
        assertEquals(language, page.inputValue("#chosen_language"));
        page.locator("button.primary").click();
    }

    private static void connect(Page page, String address, String[] keys) {
        page.fill("#name", "Kontoret");
        page.fill("#address", address);
        page.fill("#client_id", keys[0]);
        page.fill("#client_secret", keys[1]);
        page.locator("button.primary").click();
    }

    /** A page without JavaScript is loaded again. */
    private static void waitFor(Page page, BooleanSupplier shown) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!shown.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(500);
            page.reload();
        }
        assertTrue(shown.getAsBoolean(), page::content);
    }
}
