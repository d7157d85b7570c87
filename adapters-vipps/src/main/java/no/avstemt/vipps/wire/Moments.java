package no.avstemt.vipps.wire;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Every form of time that Vipps has used: 0–9 decimals and {@code Z}, {@code +02:00} or {@code +0200}. */
final class Moments {

    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .toFormatter();

    private Moments() {}

    /** @throws java.time.DateTimeException when it is not a time, or has no zone */
    static Instant parse(String text) {
        return WITH_OFFSET.parse(text, Instant::from);
    }
}
