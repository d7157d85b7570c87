package no.avstemt.web.http;

import java.util.Locale;
import java.util.Map;
import no.avstemt.application.access.Language;

/** The reader's language by what the browser says: Norwegian unless it asks for English first. */
final class AcceptLanguage {

    private static final Map<String, Language> KNOWN = Map.of(
            "nb", Language.NORWEGIAN,
            "no", Language.NORWEGIAN,
            "nn", Language.NORWEGIAN,
            "en", Language.ENGLISH);

    private AcceptLanguage() {}

    /** A header that makes no sense is no reason to refuse a page: then it is Norwegian. */
    static Language best(String header) {
        if (header.isBlank()) {
            return Language.NORWEGIAN;
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> range.getRange().split("-", 2)[0])
                    .filter(KNOWN::containsKey)
                    .map(language -> KNOWN.getOrDefault(language, Language.NORWEGIAN))
                    .findFirst()
                    .orElse(Language.NORWEGIAN);
        } catch (IllegalArgumentException e) {
            return Language.NORWEGIAN;
        }
    }
}
