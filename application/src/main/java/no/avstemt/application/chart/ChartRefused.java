package no.avstemt.application.chart;

import java.util.List;
import java.util.Locale;

/** A change of a chart that is not made, with why; nothing else of the same unit of work is made either. */
public final class ChartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Facts of each come in the order in which its text names them. */
    public enum Reason {
        NAME("name_nb", false),
        NAME_EN("name_en", false),
        TAX_CODE_SIDE("default_tax_code", false),
        GROUPING("grouping_code", false),
        GROUPING_SIDE("grouping_code", false),
        /** The account's number. */
        CODE_TAKEN("account_code", true),
        /** The account's number. */
        COMPUTED("account_code", true),
        /** The account's number, how many lines. */
        HAS_POSTINGS("", true),
        /** The account's number, the roles. */
        HAS_ROLE("active", true),
        /** The account's number, what it is worth in øre. */
        HAS_BALANCE("active", true),
        /** The account's number. */
        IN_USE("", true),
        /** The account's number, how many lines have no such relation. */
        RELATION("relation_type", true),
        /** The account's number, the role that needs the relation as it is. */
        RELATION_OF_ROLE("relation_type", true),
        /** The account's number. */
        NO_ACCOUNT("account_code", false),
        ROLE_NOT_POSTABLE("account_code", true),
        ROLE_INACTIVE("account_code", true),
        ROLE_WRONG_CLASS("account_code", true),
        ROLE_WRONG_RELATION("account_code", true),
        /** The account's number, the role that it has or had. */
        ROLE_SHARED("account_code", true),
        /** The account's number, what it demands of its lines and lines from Vipps do not have. */
        ROLE_DEMANDED("account_code", true),
        /** The number of the account until now, how many lines stand on it. */
        ROLE_HAS_POSTINGS("account_code", true),
        TEMPLATE_NAME("name", false),
        TEMPLATE_NAME_TAKEN("name", true),
        NO_TEMPLATE("template", false),
        BUILT_IN_TEMPLATE("template", true);

        private final String field;
        private final boolean conflict;

        Reason(String field, boolean conflict) {
            this.field = field;
            this.conflict = conflict;
        }

        /** What it is about, as the API names it; empty where it is the whole. */
        public String field() {
            return field;
        }

        /** Whether the question is well put, and the state of the books is in its way. */
        public boolean isConflict() {
            return conflict;
        }

        public String textKey() {
            return "chart.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;
    private final transient List<String> facts;

    public ChartRefused(Reason reason, String... facts) {
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
