package no.avstemt.web.go;

import java.util.List;
import no.avstemt.web.page.Frame;

/**
 * @param search what was searched for; may be empty
 * @param from the page it was asked from; may be empty
 * @param found how many, as a sentence
 */
public record GoPage(Frame frame, String search, String from, String found, List<Hit> hits) {

    public GoPage {
        hits = List.copyOf(hits);
    }

    /** @param detail tells it apart; may be empty */
    public record Hit(String label, String detail, String href) {}
}
