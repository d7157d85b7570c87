package no.avstemt.web.table;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.csv.TextOfFile;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Request;
import no.avstemt.web.multipart.Upload;
import no.avstemt.web.text.Message;

/**
 * The text of a table. A file that was chosen stands before what was pasted.
 *
 * @param fault why there is no text, though a file came
 */
public record BroughtTable(String text, Optional<Message> fault) {

    /** The field of the form in which a file comes. */
    public static final String FILE = "file";

    /** Of a file. */
    public static final int MOST_BYTES = 1 << 20;

    /** What fits into a file fits into the field for pasting too, where it is shown again. */
    private static final int LONGEST = 1_100_000;

    /** The field for pasting. */
    public static Param<String> pasted(String name) {
        return Param.withDefault(name, ParamType.anyText(LONGEST), "").inForm();
    }

    /** @param pasted as {@link #pasted} made it */
    public static BroughtTable of(Request request, Param<String> pasted) {
        List<Upload> files = request.files();
        if (files.size() > 1) {
            return new BroughtTable("", Optional.of(Message.of("table.oneFile")));
        }
        return files.isEmpty() ? new BroughtTable(request.get(pasted), Optional.empty()) : of(files.get(0));
    }

    private static BroughtTable of(Upload file) {
        Optional<String> text = TextOfFile.of(file.content());
        if (text.isEmpty()) {
            return new BroughtTable("", Optional.of(Message.of("table.notText", file.name())));
        }
        return text.get().isBlank()
                ? new BroughtTable("", Optional.of(Message.of("attachment.empty", file.name())))
                : new BroughtTable(text.get(), Optional.empty());
    }
}
