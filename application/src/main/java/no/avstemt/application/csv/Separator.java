package no.avstemt.application.csv;

/** What stands between the cells of a row: Excel in Norwegian writes semicolons, and tabs as Unicode text. */
final class Separator {

    private static final String KNOWN = ";\t,";

    private Separator() {}

    /** The one that the first line has most of, a comma where it has none. */
    static char of(CharSequence firstLine) {
        int[] counts = new int[KNOWN.length()];
        firstLine.chars().map(KNOWN::indexOf).filter(known -> known >= 0).forEach(known -> counts[known]++);
        int most = KNOWN.length() - 1;
        for (int known = KNOWN.length() - 2; known >= 0; known--) {
            most = counts[known] > 0 && counts[known] >= counts[most] ? known : most;
        }
        return KNOWN.charAt(most);
    }
}
