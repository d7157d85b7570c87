package no.avstemt.web.client;

import no.avstemt.application.client.Fetching;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** How far a round has come, in a sentence: {@code Henter: bokført til 12.03.2026 av 20.11.2026}. */
public final class FetchingText {

    private FetchingText() {}

    public static String of(Fetching fetching, Texts texts, Formats formats) {
        String stage = switch (fetching.stage()) {
            case SALES -> "sales";
            case FEES -> "fees";
            case FUNDS -> "funds";
        };
        return fetching.reached()
                .map(to -> texts.get("fetching." + stage, formats.date(to), formats.date(fetching.to())))
                .orElse(texts.get("fetching.begun"));
    }
}
