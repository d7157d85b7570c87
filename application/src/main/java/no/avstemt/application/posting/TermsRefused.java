package no.avstemt.application.posting;

import java.util.List;
import java.util.Locale;

/** A posting rule that is not kept as it was asked for, with why. */
public final class TermsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Facts of each come in the order in which its text names them. */
    public enum Reason {
        /** The account's number. */
        NO_ACCOUNT("account_code", false),
        /** The account's number. */
        CLOSED_ACCOUNT("account_code", false),
        /** The account's number, what its lines are about. */
        RELATION("account_code", false),
        /** The account's number: it is Vipps's own or of VAT. */
        UNDOES("account_code", false),
        /** The account's number. */
        RESULT_ACCOUNT("account_code", false),
        /** What the other rule is for, its first day, its account's number. */
        DOUBLED("valid_from", false),
        /** The tax code, the account's number. */
        TAX_CODE("tax_code", false),
        /** The tax code: there is tax in it, and none is taken out by an own rule. */
        TAX_IN_RULE("tax_code", false),
        /** The tax code: of what is bought. */
        TAX_OF_PURCHASE("tax_code", false),
        /** The tax code, the first day of the rule. */
        TAX_NOT_VALID("tax_code", false),
        /** The tax code, the first day of the rule. */
        TAX_NEEDS_REGISTRATION("tax_code", false),
        /** The last day. */
        DATES("valid_to", false),
        /** The entry type. */
        FIXED("entry_type", false),
        /** The number of the sales unit. */
        NO_UNIT("sales_unit", false),
        /** The last date that is booked. */
        IN_USE("valid_from", true);

        private final String field;
        private final boolean conflict;

        Reason(String field, boolean conflict) {
            this.field = field;
            this.conflict = conflict;
        }

        /** What it is about, as the API names it. */
        public String field() {
            return field;
        }

        /** Whether what is booked already is in the way. */
        public boolean isConflict() {
            return conflict;
        }

        public String textKey() {
            return "terms.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;
    private final transient List<String> facts;

    public TermsRefused(Reason reason, String... facts) {
        super(reason + " " + String.join(", ", facts));
        this.reason = reason;
        this.facts = List.of(facts);
    }

    public Reason reason() {
        return reason;
    }

    public List<String> facts() {
        return facts;
    }
}
