package no.avstemt.web.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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

    private static final String BYTE_ORDER_MARK = "\uFEFF";

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
        byte[] content = file.content();
        for (byte one : content) {
            if (one == 0) {
                return new BroughtTable("", Optional.of(Message.of("table.notText", file.name())));
            }
        }
        String text = decoded(content);
        return text.isBlank()
                ? new BroughtTable("", Optional.of(Message.of("attachment.empty", file.name())))
                : new BroughtTable(text, Optional.empty());
    }

    private static String decoded(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(content, StandardCharsets.ISO_8859_1);
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
