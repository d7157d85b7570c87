package no.avstemt.web.journal;

import no.avstemt.application.journal.EntryView;
import no.avstemt.web.http.Request;
import no.avstemt.web.text.Formats;

/** What a line in another currency than kroner says of that. */
final class ForeignLine {

    private ForeignLine() {}

    /** The line's text, with what it is in its own currency; where that is nothing, only its worth in kroner changed. */
    static String text(EntryView.Line line, Request request) {
        Formats formats = request.formats();
        return line.foreign()
                .map(foreign -> request.texts()
                        .get(
                                "journal.foreign",
                                line.text(),
                                formats.amount(foreign.amount().minor()) + " "
                                        + foreign.amount().currency().getCurrencyCode(),
                                formats.decimal(foreign.rate())))
                .orElse(line.text());
    }
}
