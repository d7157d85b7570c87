package no.avstemt.web.multipart;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a form, still in its body.
 *
 * @param head its lines, each ending in CRLF
 * @param fileName empty for a field that is no file
 */
record Part(String head, String name, Optional<String> fileName, byte[] body, int from, int to) {

    private static final Pattern NAME = parameter("name");
    private static final Pattern FILE_NAME = parameter("filename");
    private static final Pattern DISPOSITION = Pattern.compile("(?im)^content-disposition:\\s*form-data\\s*(;.*)$");
    private static final Pattern MEDIA_TYPE = Pattern.compile("(?im)^content-type:\\s*([^;\\s]+)");

    static Part of(byte[] body, int headFrom, int from, int to) {
        String head = text(body, headFrom, from);
        Matcher disposition = DISPOSITION.matcher(head);
        if (!disposition.find()) {
            throw BadMultipart.broken();
        }
        String parameters = disposition.group(1);
        String name = parameter(NAME, parameters).orElseThrow(BadMultipart::broken);
        return new Part(head, name, parameter(FILE_NAME, parameters), body, from, to);
    }

    int size() {
        return to - from;
    }

    String text() {
        return text(body, from, to);
    }

    Upload upload() {
        Matcher type = MEDIA_TYPE.matcher(head);
        String said = type.find() ? type.group(1).toLowerCase(Locale.ROOT) : "";
        return new Upload(fileName.orElse(""), said, body, from, to);
    }

    private static Pattern parameter(String name) {
        return Pattern.compile("(?i);\\s*" + name + "=(?:\"((?:\\\\\"|[^\"])*)\"|([^;\\s\"]+))");
    }

    /** Browsers write a quotation mark as %22, other programs with a backslash before it. */
    private static Optional<String> parameter(Pattern pattern, String parameters) {
        Matcher found = pattern.matcher(parameters);
        if (!found.find()) {
            return Optional.empty();
        }
        String quoted = found.group(1);
        return Optional.of(
                quoted == null ? found.group(2) : quoted.replace("%22", "\"").replace("\\\"", "\""));
    }

    private static String text(byte[] body, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw BadMultipart.broken();
        }
    }
}
