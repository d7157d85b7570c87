package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import no.avstemt.application.favourite.Favourite;

/** Keeps reports as favourites in a portal: one reader keeps and removes, and another sees nothing of it. */
final class KeptFavourites {

    private static final String COMBINED = "/reports/combined";

    private final Portal portal;
    private final FormBrowser anna;
    private final FormBrowser kari;

    KeptFavourites(Portal portal) {
        this.portal = portal;
        anna = new FormBrowser(portal.address(), "nb").signedIn(Portal.ACCOUNTANT, DemoOffice.PASSWORD);
        kari = new FormBrowser(portal.address(), "nb").signedIn(DemoOffice.EMAIL, DemoOffice.PASSWORD);
    }

    void ofClient() {
        String client = "client_account_id=" + portal.client();
        String report = "/general-ledger?" + client + "&account_codes=1920&free_text=%3Cb%3E";
        String link = "<a href=\"" + report.replace("&", "&amp;") + "\">Bank &lt;b&gt;</a>";

        assertEquals(report, keep("/favourites", "Bank <b>", report).location());

        assertTrue(anna.get("/client?" + client).body().contains(link));
        assertTrue(anna.get("/trial-balance?" + client).body().contains(link));
        assertFalse(kari.get("/client?" + client).body().contains("Bank &lt;b&gt;"), "Nobody else's");
        assertFalse(anna.get(COMBINED).body().contains("Bank &lt;b&gt;"), "Not among those of several");
        for (String elsewhere : List.of(
                "https://example.com/",
                "//example.com/trial-balance?" + client,
                "/login?" + client,
                "/trial-balance",
                "/trial-balance?client_account_id=4711")) {
            assertEquals(400, keep("/favourites", "Bort", elsewhere).status(), elsewhere);
        }
        assertEquals(400, keep("/favourites", "x".repeat(61), report).status());

        anna.post("/favourites/remove", Map.of("client_account_id", id(), "name", "Bank <b>"));

        assertFalse(anna.get("/client?" + client).body().contains("Bank &lt;b&gt;"));
    }

    void ofSeveral() {
        String path = COMBINED + "/favourites";
        String report = COMBINED + "?client_account_ids=" + portal.client() + "&report=vat-specification";
        String link = "<a href=\"" + report.replace("&", "&amp;") + "\"";

        assertEquals(report, keep(path, "Mva <b>", report).location());

        assertTrue(anna.get(COMBINED).body().contains(link + ">Mva &lt;b&gt;</a>"));
        assertTrue(anna.get(report).body().contains(link + " aria-current=\"page\">Mva &lt;b&gt;</a>"));
        keep(path, "Mva <b>", COMBINED);
        assertTrue(anna.get(report).body().contains("<a href=\"" + COMBINED + "\">Mva &lt;b&gt;</a>"), "In its place");
        assertFalse(kari.get(COMBINED).body().contains("Mva &lt;b&gt;"), "Nobody else's");
        kari.post(path + "/remove", Map.of("name", "Mva <b>"));
        assertTrue(anna.get(COMBINED).body().contains("Mva &lt;b&gt;"), "Nobody else removes it");
        for (String elsewhere :
                List.of("https://example.com" + COMBINED, "/" + COMBINED, path + "/more", "/trial-balance")) {
            assertEquals(400, keep(path, "Bort", elsewhere).status(), elsewhere);
        }

        anna.post(path + "/remove", Map.of("name", "Mva <b>", "return_to", report));

        assertFalse(anna.get(COMBINED).body().contains("Mva &lt;b&gt;"));
        itIsAsLongAsFiveHundredClientsMakeIt(path);
    }

    private void itIsAsLongAsFiveHundredClientsMakeIt(String path) {
        String start = COMBINED + "?client_account_ids=";
        String longest = start + "1".repeat(Favourite.LONGEST_ADDRESS - start.length());

        assertEquals(longest, keep(path, "Lang", longest).location());
        assertEquals(400, keep(path, "Lengre", longest + "1").status());
        anna.post(path + "/remove", Map.of("name", "Lang", "return_to", longest));
        assertFalse(anna.get(COMBINED).body().contains(">Lang</a>"));
    }

    private FormBrowser.Answer keep(String path, String name, String address) {
        return anna.post(
                path,
                path.equals("/favourites")
                        ? Map.of("client_account_id", id(), "name", name, "address", address)
                        : Map.of("name", name, "address", address));
    }

    private String id() {
        return portal.client().toString();
    }
}
