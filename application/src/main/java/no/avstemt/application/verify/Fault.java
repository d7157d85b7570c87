package no.avstemt.application.verify;

/**
 * One thing that is not as it was posted.
 *
 * @param subject what it is about: {@code 2026/17} for an entry, {@code 2026/17-2} for a line, else as the check says
 * @param expected,found both figures or values, as far as they can be told; may be empty
 */
public record Fault(Check check, String subject, String expected, String found) {

    public static Fault of(Check check, String subject, Object expected, Object found) {
        return new Fault(check, subject, expected.toString(), found.toString());
    }
}
