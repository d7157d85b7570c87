package no.avstemt.web.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one form brought.
 *
 * @param fields in order, each as often as it was sent
 * @param files those that hold something
 */
public record Multipart(List<Value> fields, List<Upload> files) {

    public static final String MEDIA_TYPE = "multipart/form-data";

    /** Fields of the form, and the heads of its parts. */
    private static final int BESIDE_FILES = 1 << 20;

    private static final int LET_GO = 8;
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))");

    public record Value(String name, String value) {}

    public Multipart {
        fields = List.copyOf(fields);
        files = List.copyOf(files);
    }

    public static boolean isMeant(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(MEDIA_TYPE);
    }

    /**
     * @param length as the sender says; negative when it says nothing
     * @param field the one in which files are taken
     * @param most bytes of all files together
     * @throws BadMultipart when it is too long, or not what it says
     */
    public static Multipart read(InputStream in, String contentType, long length, String field, int most)
            throws IOException {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw BadMultipart.broken();
        }
        int limit = Math.addExact(most, BESIDE_FILES);
        byte[] body = length > limit ? new byte[0] : in.readNBytes(limit + 1);
        if (length > limit || body.length > limit) {
            letGo(in, (long) most * LET_GO);
            throw BadMultipart.tooLarge(most);
        }
        String named = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        List<Value> fields = new ArrayList<>();
        List<Upload> files = new ArrayList<>();
        for (Part part : new Parts(body, named).all()) {
            if (part.fileName().isEmpty()) {
                fields.add(new Value(part.name(), part.text()));
            } else if (!part.name().equals(field)) {
                throw BadMultipart.otherField(part.name(), field);
            } else if (part.size() > 0 || !part.fileName().get().isEmpty()) {
                files.add(part.upload());
            }
        }
        return new Multipart(fields, files);
    }

    /** A browser shows an answer only when all that it sends is taken. */
    private static void letGo(InputStream in, long most) throws IOException {
        byte[] some = new byte[1 << 16];
        long gone = 0;
        int read = in.read(some);
        while (read >= 0 && gone < most) {
            gone += read;
            read = in.read(some);
        }
    }
}
