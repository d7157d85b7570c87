package no.avstemt.web.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** What keeps someone from using a page: whatever axe finds wrong, and what does not fit the window. */
public final class Accessibility {

    private static final List<Integer> WIDTHS = List.of(1440, 390);

    private static final String LEAVE_THE_FIRST = """
            document.querySelectorAll(
                'tbody tr:nth-child(n + 13), section > details:nth-of-type(n + 4), section:nth-of-type(n + 5) > details')
              .forEach(one => one.remove())
            """;

    private static final String FARTHEST_RIGHT = """
            [...document.querySelectorAll('body *')]
              .map(one => [Math.round(one.getBoundingClientRect().right), one.tagName + '.' + one.className])
              .sort((a, b) => b[0] - a[0]).slice(0, 12).join(' ')
            """;

    private Accessibility() {}

    /**
     * In wide and narrow windows, in light and dark; dark differs in its contrasts alone. Of a long table and a
     * long list of what opens it leaves the first on the page for axe, since the others come from the same template and
     * take most of its time.
     */
    public static List<String> wrong(Page page, String where) {
        List<String> wrong = new ArrayList<>();
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            int overflow = ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue();
            if (overflow > 0) {
                wrong.add(where + ": wider than " + width + " by " + overflow + ", " + page.evaluate(FARTHEST_RIGHT));
            }
        }
        page.evaluate(LEAVE_THE_FIRST);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (Rule rule : violations(page, scheme == ColorScheme.DARK)) {
                wrong.add(where + " in " + scheme + ": " + rule.getImpact() + ", " + rule.getId() + ", "
                        + rule.getHelp() + " " + rule.getNodes().get(0).getHtml());
            }
            page.setViewportSize(WIDTHS.get(0), 900);
        }
        return wrong;
    }

    /** Our pages have no frames: the second page that axe would open for theirs takes half of its time. */
    private static List<Rule> violations(Page page, boolean contrastAlone) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true).options(options);
        if (contrastAlone) {
            axe.withRules(List.of("color-contrast"));
        }
        return axe.analyze().getViolations();
    }
}
