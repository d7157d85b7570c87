package no.avstemt.web.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whether the caller takes an answer that is packed (RFC 9110, 12.5.3). */
final class AcceptEncoding {

    private AcceptEncoding() {}

    /** When it names gzip, which some do only to refuse it. */
    static boolean takesGzip(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.toLowerCase(Locale.ROOT).split(",")))
                .map(coding -> coding.replaceAll("\\s", ""))
                .anyMatch(coding -> coding.matches("(x-)?gzip(;.*)?") && !coding.matches(".*;q=0(\\.0{0,3})?"));
    }
}
