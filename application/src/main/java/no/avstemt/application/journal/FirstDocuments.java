package no.avstemt.application.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.document.Document;

/** The documents of a file as it names them first; an invoice and its payment are about the same one. */
final class FirstDocuments {

    /** Kept in memory; who has more imports in parts. */
    static final int MOST = 200_000;

    private final Map<Key, Document> first = new HashMap<>();

    record Key(String type, String number, Optional<DimensionRef> partner) {

        static Key of(Document document) {
            return new Key(document.type(), document.number(), document.partner());
        }
    }

    /** The one of this type, number and partner that was named first, this one if there was none. */
    Document first(Document document) {
        if (first.size() >= MOST) {
            return first.getOrDefault(Key.of(document), document);
        }
        return first.computeIfAbsent(Key.of(document), key -> document);
    }

    Map<Key, Document> all() {
        return first;
    }
}
