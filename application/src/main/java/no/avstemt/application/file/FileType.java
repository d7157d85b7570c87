package no.avstemt.application.file;

import java.util.Locale;
import java.util.Optional;

/** What can document an entry. */
public enum FileType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    XML("application/xml", "xml");

    private final String mediaType;
    private final String ending;

    FileType(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of a file's name, without the dot. */
    public String ending() {
        return ending;
    }

    public static Optional<FileType> of(String mediaType) {
        for (FileType type : values()) {
            if (type.mediaType.equals(mediaType)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** What the ending of a file's name says it is; empty for an ending of others, and where there is none. */
    public static Optional<FileType> ofName(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        for (FileType type : values()) {
            if (lower.endsWith("." + type.ending)) {
                return Optional.of(type);
            }
        }
        return lower.endsWith(".jpeg") ? Optional.of(JPEG) : Optional.empty();
    }
}
