package no.avstemt.web.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** What keeps someone from using a page: what axe calls serious or critical, and what does not fit the window. */
public final class Accessibility {

    private Accessibility() {}

    /** On a wide window in light, and on a narrow one in dark. */
    public static List<String> wrong(Page page, String where) {
        List<String> wrong = new ArrayList<>();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1440, 900);
        wrong.addAll(wrongNow(page, where + " in light"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(390, 900);
        wrong.addAll(wrongNow(page, where + " in dark"));
        return wrong;
    }

    private static List<String> wrongNow(Page page, String where) {
        List<String> wrong = new ArrayList<>();
        for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
            if (List.of("serious", "critical").contains(rule.getImpact())) {
                wrong.add(where + ": " + rule.getId() + ", " + rule.getHelp() + " "
                        + rule.getNodes().get(0).getHtml());
            }
        }
        int overflow = ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue();
        if (overflow > 0) {
            wrong.add(where + ": wider than the window by " + overflow);
        }
        return wrong;
    }
}
