package no.avstemt.web.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.access.Language;

/** The reader's language by what the browser says. */
final class AcceptLanguage {

    private static final Map<String, Language> KNOWN = Map.of(
            "nb", Language.NORWEGIAN,
            "no", Language.NORWEGIAN,
            "nn", Language.NORWEGIAN,
            "en", Language.ENGLISH);

    private AcceptLanguage() {}

    /** Empty when it asks for none of ours; a header that makes no sense is no reason to refuse a page. */
    static Optional<Language> known(String header) {
        if (header.isBlank()) {
            return Optional.empty();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> range.getRange().split("-", 2)[0])
                    .flatMap(language -> Optional.ofNullable(KNOWN.get(language)).stream())
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
