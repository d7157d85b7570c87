package no.avstemt.persistence.journal;

/** What is looked for by LIKE. */
final class Patterns {

    private Patterns() {}

    /** A pattern in which the text stands for itself. */
    static String anywhere(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
