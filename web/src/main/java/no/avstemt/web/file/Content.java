package no.avstemt.web.file;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.avstemt.application.file.FileType;

/** What a file is: by the bytes that its type has at its ends, and XML by being read to its end without any entity. */
final class Content {

    private static final byte[] PDF = HexFormat.of().parseHex("255044462d");
    private static final String END_OF_PDF = "%%EOF";
    private static final int LAST_OF_PDF = 1_024;
    /** Its signature and the head of the chunk that comes first. */
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ff");

    private static final int FIRST_JPEG_MARKER = 0xc0;
    private static final int LAST_JPEG_MARKER = 0xfe;

    private Content() {}

    static boolean is(FileType type, byte[] bytes) {
        return switch (type) {
            case PDF -> begins(bytes, PDF) && endsAsPdf(bytes);
            case PNG -> begins(bytes, PNG);
            case JPEG -> begins(bytes, JPEG) && isMarker(bytes[JPEG.length] & 0xff);
            case XML -> isWellFormed(bytes);
        };
    }

    static Optional<FileType> type(byte[] bytes) {
        return Arrays.stream(FileType.values()).filter(type -> is(type, bytes)).findFirst();
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length > with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    private static boolean endsAsPdf(byte[] bytes) {
        int from = Math.max(0, bytes.length - LAST_OF_PDF);
        return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1).contains(END_OF_PDF);
    }

    /** Of a segment: not padding, nor what only stands between segments. */
    private static boolean isMarker(int second) {
        return second >= FIRST_JPEG_MARKER && second <= LAST_JPEG_MARKER && (second < 0xd0 || second > 0xd9);
    }

    private static boolean isWellFormed(byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.DTD) {
                    return false;
                }
            }
            return true;
        } catch (XMLStreamException broken) {
            return false;
        }
    }
}
