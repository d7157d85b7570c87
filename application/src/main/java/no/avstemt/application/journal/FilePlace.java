package no.avstemt.application.journal;

/**
 * Where something stands in a file of entries.
 *
 * @param line of the file, from 1; 0 for the file as a whole
 * @param field the name of the column, or the path within a line of JSON; empty where it is all of the line
 */
public record FilePlace(long line, String field) {

    public static final FilePlace WHOLE_FILE = new FilePlace(0, "");

    public static FilePlace line(long line) {
        return new FilePlace(line, "");
    }
}
