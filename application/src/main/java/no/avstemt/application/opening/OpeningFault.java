package no.avstemt.application.opening;

import java.util.List;
import java.util.Locale;

/**
 * What is wrong with a list of opening balances.
 *
 * @param line from 0, among the lines that were given
 * @param facts in the order in which the text names them
 */
public record OpeningFault(int line, Reason reason, List<String> facts) {

    public OpeningFault {
        facts = List.copyOf(facts);
    }

    public enum Reason {
        /** The account's number. */
        NO_ACCOUNT("account"),
        /** The account's number. */
        CLOSED_ACCOUNT("account"),
        /** The account's number, and the line that has it first, from 0. */
        TWICE("account"),
        /** The account's number. */
        RELATION_MISSING("relation"),
        /** The account's number, what was given. */
        RELATION_UNKNOWN("relation"),
        /** The account's number, what was given. */
        RELATION_NOT_WANTED("relation");

        private final String field;

        Reason(String field) {
            this.field = field;
        }

        public String field() {
            return field;
        }

        public String textKey() {
            return "opening.fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
