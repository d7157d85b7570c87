package no.avstemt.web.file;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.avstemt.application.file.FileType;

/** What a file is: by its first bytes, and XML by being read to its end without any entity. */
final class Content {

    private static final byte[] PDF = HexFormat.of().parseHex("255044462d");
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");
    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ff");

    private Content() {}

    static boolean is(FileType type, byte[] bytes) {
        return switch (type) {
            case PDF -> begins(bytes, PDF);
            case PNG -> begins(bytes, PNG);
            case JPEG -> begins(bytes, JPEG);
            case XML -> isWellFormed(bytes);
        };
    }

    static Optional<FileType> type(byte[] bytes) {
        return Arrays.stream(FileType.values()).filter(type -> is(type, bytes)).findFirst();
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length > with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
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
