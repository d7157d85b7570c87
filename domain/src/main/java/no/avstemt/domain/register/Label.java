package no.avstemt.domain.register;

import java.util.Optional;

/**
 * What everything in a register has.
 *
 * @param number as the client calls it; SAF-T gives it 35 characters
 * @param active whether it can be chosen for new lines
 */
public record Label(String number, String name, boolean active) {

    public static final int LONGEST_NUMBER = 35;
    public static final int LONGEST_NAME = 200;

    public Label {
        if (number(number).isEmpty() || name(name).isEmpty()) {
            throw new IllegalArgumentException("Not a number and a name: " + number + ", " + name);
        }
    }

    /** Number and name, as one chooses it. */
    public String shown() {
        return name.equals(number) ? number : number + " " + name;
    }

    /** Without blanks around it; empty for what cannot be a number. */
    public static Optional<String> number(String text) {
        return line(text, LONGEST_NUMBER);
    }

    /** Without blanks around it; empty for what cannot be a name. */
    public static Optional<String> name(String text) {
        return line(text, LONGEST_NAME);
    }

    private static Optional<String> line(String text, int longest) {
        String stripped = text.strip();
        boolean fits = !stripped.isEmpty()
                && stripped.length() <= longest
                && stripped.codePoints().noneMatch(Character::isISOControl);
        return fits ? Optional.of(stripped) : Optional.empty();
    }
}
