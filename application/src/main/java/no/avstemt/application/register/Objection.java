package no.avstemt.application.register;

/**
 * Why something is not done.
 *
 * @param field that is wrong, as the API names it; empty where it is the whole
 * @param fact what to name in the sentence that says so
 */
public record Objection(Reason reason, String field, String fact) {

    public enum Reason {
        /** Another of the same kind has the number, be it in other letters, large or small. */
        NUMBER_TAKEN,
        /** Posted lines or a document are about it, so its number stays. */
        NUMBER_STAYS,
        /** Something refers to it, so it cannot be deleted. */
        IN_USE,
        /** It documents a posted entry, so it stays as it is. */
        BOOKED,
        UNKNOWN_ACCOUNT,
        /** No money stands on an account of the result. */
        ACCOUNT_OF_RESULT,
        /** A document is due before its date. */
        DUE_BEFORE_DATE,
        UNKNOWN_PARTNER,
        UNKNOWN_DEPARTMENT,
        UNKNOWN_PROJECT,
        /** A department or project that cannot be chosen any more. */
        PUT_AWAY,
        /** A sales unit is booked on it, so it is not put away: the unit's name. */
        MAPPED,
        /** Lines booked from Vipps would not have what an account demands. */
        NOT_FROM_VIPPS;

        /** Whether the question is right, but things stand in its way. */
        public boolean isConflict() {
            return switch (this) {
                case NUMBER_TAKEN, NUMBER_STAYS, IN_USE, BOOKED, MAPPED, NOT_FROM_VIPPS -> true;
                case UNKNOWN_ACCOUNT,
                        ACCOUNT_OF_RESULT,
                        DUE_BEFORE_DATE,
                        UNKNOWN_PARTNER,
                        UNKNOWN_DEPARTMENT,
                        UNKNOWN_PROJECT,
                        PUT_AWAY -> false;
            };
        }
    }
}
