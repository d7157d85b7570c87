package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.browser.Accessibility;
import no.avstemt.web.browser.Chromium;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.SeveralClients;
import no.avstemt.web.page.Address;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page of the route table in a real browser, for everyone: by keyboard, without a script, in light and dark. */
@Order(1)
final class PortalInBrowserTest {

    /** Only a ledger that waits has a link to its questions, and the demo takes all into use. */
    private static final String QUESTIONS = "/connections/{connection_id}/ledgers/{ledger_id}";

    private static final String RUN = "/fetches/{id}";

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static Portal portal;
    private static String session;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
        portal = new Portal(folder);
        try (BrowserContext context = chromium.browser().newContext(options())) {
            signIn(context.newPage());
            session = context.storageState();
        }
    }

    @AfterAll
    static void close() {
        Optional.ofNullable(chromium).ifPresent(Chromium::close);
        Optional.ofNullable(portal).ifPresent(Portal::close);
    }

    @Test
    void every_page_is_accessible_in_light_and_dark_and_fits_its_width() {
        try (BrowserContext context = signedIn(options())) {
            Page page = context.newPage();
            page.navigate(portal.address() + "/");
            List<String> wrong = new ArrayList<>();
            for (String address : everyPage(page)) {
                page.navigate(portal.address() + address);
                wrong.addAll(Accessibility.wrong(page, address));
            }
            assertEquals(List.of(), wrong);
        }
    }

    @Test
    void from_a_figure_of_the_trial_balance_to_the_row_of_vipps_and_back_by_clicking_only() {
        try (BrowserContext context = signedIn(options())) {
            Page page = context.newPage();
            page.navigate(portal.address() + "/trial-balance?client_account_id=" + portal.client()
                    + "&date_from=2026-05-01&date_to=2026-05-21");
            toTheRowAndBack(page, "Oppgjørsposter");
            page.locator("form.quiet button[lang=en]").click();
            assertEquals("en", page.locator("html").getAttribute("lang"));
            toTheRowAndBack(page, "Settlement entries");
            page.locator("form.quiet button[lang=nb]").click();
        }
    }

    private static void toTheRowAndBack(Page page, String list) {
        String figure = "a[href^='/general-ledger'][href*='account_codes=1577']";
        page.locator("main table " + figure).last().click();
        page.waitForURL("**/general-ledger?*");
        page.locator("main table a[href^='/journal-entries/']").first().click();
        page.waitForURL("**/journal-entries/*");
        page.locator("main table a[href^='/settlement-entries?']").first().click();
        page.waitForURL("**/settlement-entries?*");
        assertTrue(
                page.locator("main h1").textContent().contains(list),
                page.locator("main h1").textContent());
        page.locator("main table a[href^='/settlement-entries/']").first().click();
        page.waitForURL("**/settlement-entries/*");
        assertTrue(page.locator("main").textContent().contains("\"entryType\": \"capture\""));
        page.locator(".crumbs a[href^='/journal-entries/']").click();
        page.waitForURL("**/journal-entries/*");
        page.locator(".crumbs a[href^='/trial-balance']").click();
        page.waitForURL("**/trial-balance?*");
        assertTrue(page.locator("main table " + figure).count() > 0);
    }

    @Test
    void the_keyboard_goes_anywhere() {
        try (BrowserContext context = signedIn(options())) {
            Page page = context.newPage();
            List<String> console = new ArrayList<>();
            page.onConsoleMessage(message -> console.add(message.text()));
            String name = portal.nameOf(portal.client());
            page.navigate(portal.address() + "/");
            page.keyboard().press("Control+k");
            page.keyboard().type(name.toLowerCase(Locale.ROOT).substring(0, 5));
            page.keyboard().press("Enter");
            page.waitForURL("**/client?client_account_id=" + portal.client());
            assertEquals(name, page.locator("h1").textContent());

            page.navigate(portal.address() + "/");
            page.keyboard().press("?");
            assertTrue(page.locator("#keys").isVisible());
            page.keyboard().press("Escape");
            assertTrue(page.locator("#keys").isHidden());
            page.keyboard().press("/");
            page.keyboard().type(name);
            PlaywrightAssertions.assertThat(page.locator("table.clients tbody tr"))
                    .hasCount(1);
            page.waitForURL("**/?search=*");
            page.keyboard().press("ArrowDown");
            assertEquals(name, page.locator(":focus").textContent());
            page.keyboard().press("e");
            page.waitForURL("**/client?client_account_id=" + portal.client());
            assertEquals(List.of(), console);
        }
    }

    @Test
    void without_a_script_a_form_and_links_do_the_same() {
        try (BrowserContext context = signedIn(options().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            String name = portal.nameOf(portal.client());
            page.navigate(portal.address() + "/");
            page.locator("main input[type=search]").fill(name);
            page.locator("form.choosing button").click();
            assertEquals(1, page.locator("table.clients tbody tr").count());
            page.locator("table.clients tbody th a").click();
            assertEquals(name, page.locator("h1").textContent());
            page.locator("a.go").click();
            page.locator("main input[type=search]").fill(name);
            page.locator("main form button").click();
            assertTrue(page.locator("main .hits a").first().textContent().contains(name));
            page.locator("details.switcher summary").click();
            assertTrue(page.locator("details.switcher li a").first().isVisible());
        }
    }

    @Test
    void from_the_front_page_to_a_report_of_two_clients_and_on_to_that_of_one_without_a_script() {
        try (BrowserContext context = signedIn(options().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(portal.address() + "/");
            page.locator("main a[href='/reports/combined']").click();
            page.locator("details.ticks summary").click();
            page.locator("details.ticks a[href*=ticked]").click();
            assertEquals(0, page.locator("section.of-client").count());
            for (ClientAccountId client : List.of(portal.client(), portal.anotherClient())) {
                page.locator("input[name=client_account_ids][value='" + client + "']")
                        .check();
            }
            page.locator("select[name=report]").selectOption("trial-balance");
            page.locator("form.sentence > button").click();
            assertEquals(2, page.locator("section.of-client").count());
            String name = page.locator("section.of-client h2 a").first().textContent();
            page.locator("section.of-client h2 a").first().click();
            assertEquals("/trial-balance", URI.create(page.url()).getPath());
            assertTrue(page.locator("main .company").textContent().contains(name));
        }
    }

    /** Addresses of all routes that answer with a page; those of one thing are found by following links. */
    private static Set<String> everyPage(Page page) {
        List<Route> open = new ArrayList<>(portal.program().routes.all().stream()
                .filter(route -> route.verb() == Route.Verb.GET)
                .filter(route -> route.answers().contains(RouteDraft.HTML))
                .filter(route -> !route.answers().contains("application/octet-stream")) // a file, not a page of ours
                .toList());
        Set<String> found = new LinkedHashSet<>();
        for (Route route : List.copyOf(open)) {
            if (!route.path().contains("{")) {
                found.add(address(route));
                open.remove(route);
            }
        }
        open.removeIf(route -> route.path().equals(QUESTIONS) && found.add(portal.questions()));
        open.removeIf(route -> route.path().equals(RUN) && found.add(run(page)));
        List<String> unread = new ArrayList<>(found);
        while (!open.isEmpty() && !unread.isEmpty()) {
            for (String link : links(page, unread.remove(0))) {
                open.stream().filter(route -> leadsTo(link, route)).findFirst().ifPresent(route -> {
                    open.remove(route);
                    found.add(link);
                    unread.add(link);
                });
            }
        }
        assertEquals(List.of(), open.stream().map(Route::path).toList(), "No link leads to these");
        return found;
    }

    /** A button leads to it, and it follows its run to the end. */
    private static String run(Page page) {
        page.navigate(portal.address() + "/");
        page.locator("form[action='/fetch'] button").first().click();
        page.waitForURL("**/fetches/*");
        PlaywrightAssertions.assertThat(page.locator("#run-state.fetching"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
        return URI.create(page.url()).getPath();
    }

    private static String address(Route route) {
        Address address = Address.of(route.path());
        if (route.ofClient()) {
            address = address.with(Route.CLIENT, portal.client());
        }
        for (Param<?> param : route.params()) {
            if (param.isRequired() && param.type().format().equals("date")) {
                address = address.with(param.name(), "2026-05-21");
            } else if (param.equals(SeveralClients.PARAM)) {
                address = address.with(param.name(), portal.client() + "," + portal.anotherClient());
            }
        }
        return address.toString();
    }

    /**
     * Of a page that is read but not shown, which takes longer than all else: where it is itself, since a link may be sent
     * on to another address; its links; and its forms, whose addresses are opened again from history.
     */
    private static List<String> links(Page page, String address) {
        List<?> found = (List<?>) page.evaluate("""
                async address => {
                  const answer = await fetch(address, {headers: {Accept: 'text/html'}})
                  const at = new URL(answer.url)
                  const html = new DOMParser().parseFromString(await answer.text(), 'text/html')
                  return [...new Set([at.pathname + at.search,
                    ...[...html.querySelectorAll('a[href^="/"]')].map(link => link.getAttribute('href')),
                    ...[...html.querySelectorAll('form[action^="/"]')]
                      .filter(form => form.elements['client_account_id'])
                      .map(form => form.getAttribute('action').split('?')[0]
                        + '?client_account_id=' + form.elements['client_account_id'].value)])]
                }
                """, address);
        return found.stream().map(String.class::cast).toList();
    }

    private static boolean leadsTo(String link, Route route) {
        String path = Pattern.compile("\\{[a-z_]+}")
                .splitAsStream(route.path() + " ")
                .map(part -> Pattern.quote(part.strip()))
                .reduce((one, other) -> one + "[^/?#]+" + other)
                .orElseThrow();
        return link.matches(path + "([?#].*)?");
    }

    private static BrowserContext signedIn(Browser.NewContextOptions options) {
        return chromium.browser().newContext(options.setStorageState(session));
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setLocale("nb-NO")
                .setViewportSize(1440, 900)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    private static void signIn(Page page) {
        page.navigate(portal.address() + "/login");
        page.locator("#email").fill(DemoOffice.EMAIL);
        page.locator("#password").fill(DemoOffice.PASSWORD);
        page.locator("button.primary").click();
        page.waitForURL(portal.address() + "/");
    }
}
