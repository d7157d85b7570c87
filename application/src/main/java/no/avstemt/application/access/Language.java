package no.avstemt.application.access;

import java.util.Arrays;
import java.util.Optional;

/** The languages a person can read Avstemt in, the first one first. */
public enum Language {
    NORWEGIAN("nb"),
    ENGLISH("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** As written in {@code lang="…"} and in the names of the text files. */
    public String tag() {
        return tag;
    }

    public static Optional<Language> ofTag(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }
}
