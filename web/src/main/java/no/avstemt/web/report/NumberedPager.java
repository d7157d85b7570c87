package no.avstemt.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import no.avstemt.domain.report.PageCount;
import no.avstemt.web.page.Link;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/**
 * Where one is among the pages of a list, and the way to the others.
 *
 * @param place as a sentence
 * @param back,on links before and after the place; those that lead nowhere are left out
 */
public record NumberedPager(String place, List<Link> back, List<Link> on) {

    public static final NumberedPager NONE = new NumberedPager("", List.of(), List.of());

    public NumberedPager {
        back = List.copyOf(back);
        on = List.copyOf(on);
    }

    /** @param address of a page by its number */
    static NumberedPager of(PageCount count, LongFunction<String> address, Texts texts, Formats formats) {
        long pages = count.pages();
        if (pages <= 1 && count.page() <= 1) {
            return NONE;
        }
        List<Link> back = new ArrayList<>();
        List<Link> on = new ArrayList<>();
        if (count.page() > 1) {
            back.add(Link.to(texts.get("pager.first"), address.apply(1)));
            back.add(Link.to(
                    texts.get("pager.previous"), address.apply(Math.max(1, Math.min(count.page() - 1, pages)))));
        }
        if (count.page() < pages) {
            on.add(Link.to(texts.get("pager.next"), address.apply(count.page() + 1)));
            on.add(Link.to(texts.get("pager.last"), address.apply(pages)));
        }
        return new NumberedPager(texts.get("pager.place", formats.count(count.page()), formats.count(pages)), back, on);
    }

    public boolean isNeeded() {
        return !place.isEmpty();
    }
}
