package no.avstemt.persistence.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is looked for by LIKE. */
final class Patterns {

    private static final int MOST_LETTERS = 4;

    private Patterns() {}

    /** A pattern in which the text stands for itself. */
    static String anywhere(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /**
     * Patterns for ILIKE in the collation C, which knows the cases of ASCII alone and is many times quicker than that of a
     * language: one for each way in which the other letters may be written. After four of these any letter will do.
     */
    static List<String> inAnyCase(String text) {
        List<String> patterns = List.of("");
        int letters = 0;
        for (int point : anywhere(text).codePoints().toArray()) {
            String typed = Character.toString(point);
            List<String> ways = List.of(typed);
            if (point > 127 && Character.isLetter(point)) {
                letters++;
                ways = letters > MOST_LETTERS
                        ? List.of("_")
                        : List.of(typed.toLowerCase(Locale.ROOT), typed.toUpperCase(Locale.ROOT));
            }
            patterns = each(patterns, ways);
        }
        return patterns.stream().distinct().toList();
    }

    private static List<String> each(List<String> patterns, List<String> ways) {
        List<String> longer = new ArrayList<>();
        for (String way : ways) {
            patterns.forEach(pattern -> longer.add(pattern + way));
        }
        return longer;
    }
}
