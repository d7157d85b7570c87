package no.avstemt.web.file;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import no.avstemt.application.file.FileType;
import org.junit.jupiter.api.Test;

final class ContentTest {

    private static final String SIGNATURE_OF_PNG = "89504e470d0a1a0a";
    private static final String SCRIPT =
            HexFormat.of().formatHex("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));

    @Test
    void a_signature_before_something_else_makes_no_picture() {
        assertTrue(isIt(FileType.PNG, SIGNATURE_OF_PNG + "0000000d49484452" + "00000001"));
        assertFalse(isIt(FileType.PNG, SIGNATURE_OF_PNG + SCRIPT));
        assertTrue(isIt(FileType.JPEG, "ffd8ffe000104a464946"));
        assertTrue(isIt(FileType.JPEG, "ffd8ffdb0043"));
        assertFalse(isIt(FileType.JPEG, "ffd8ff" + SCRIPT));
        assertFalse(isIt(FileType.JPEG, "ffd8ff"));
    }

    @Test
    void a_pdf_has_its_end() {
        assertTrue(Content.is(FileType.PDF, "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)));
        assertFalse(Content.is(FileType.PDF, "%PDF-1.7 <script>".getBytes(StandardCharsets.US_ASCII)));
    }

    private static boolean isIt(FileType type, String hex) {
        return Content.is(type, HexFormat.of().parseHex(hex));
    }
}
