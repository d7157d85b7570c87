package no.avstemt.application.verify;

import java.util.List;
import java.util.Optional;

/**
 * Every column of a posted entry and of what it points at, and by what a change of it is found. A column that is not listed
 * fails a test, and so does one that is not found as it says here.
 */
public final class Sealing {

    /**
     * @param foundBy the check that names a change; empty when it is not found
     * @param because why it is not found, or how it is; empty when the hash covers the column itself
     */
    public record Column(String table, String column, Optional<Check> foundBy, String because) {}

    public static final List<Column> COLUMNS = List.of(
            byOther("journal_entry", "client_account_id", Check.CHAIN_POSITION, "a gap in the chain of its client"),
            byOther("journal_entry", "entry_id", Check.LINES, "its lines are of another entry then"),
            hashed("journal_entry", "fiscal_year"),
            hashed("journal_entry", "number"),
            byOther("journal_entry", "chain_position", Check.CHAIN_POSITION, "positions have no gap"),
            byOther("journal_entry", "chain_hash", Check.CHAIN_HASH, "it is the seal itself"),
            hashed("journal_entry", "posting_date"),
            hashed("journal_entry", "description"),
            byOther("journal_entry", "voucher_id", Check.CHAIN_HASH, "kind and key of the voucher are hashed"),
            byOther("journal_entry", "document_id", Check.CHAIN_HASH, "the fields of the document are hashed"),
            byOther("journal_entry", "reverses_entry_id", Check.CHAIN_HASH, "year and number of that entry are hashed"),
            hashed("journal_entry", "reversal_reason"),
            hashed("journal_entry", "held_reason"),
            hashed("journal_entry", "created_by"),
            not("journal_entry", "created_by_user", "an id of this database; the name is hashed"),
            not(
                    "journal_entry",
                    "created_at",
                    "the clock of one writing; the same books elsewhere have the same hashes"),
            byOther("journal_line", "client_account_id", Check.LINES, "the entry lacks a line"),
            byOther("journal_line", "entry_id", Check.LINES, "the entry lacks a line"),
            byOther("journal_line", "line_no", Check.LINES, "lines are numbered 1..n"),
            not("journal_line", "line_id", "an id of this database; a line is known by its entry and number"),
            byOther("journal_line", "account_id", Check.CHAIN_HASH, "the account's code is hashed"),
            byOther("journal_line", "posting_date", Check.LINE_DATE, "it is that of its entry, which is hashed"),
            byOther(
                    "journal_line",
                    "ordinal",
                    Check.ORDINAL,
                    "lines of a day are counted 1..n; their order is no content"),
            byOther(
                    "journal_line",
                    "amount",
                    Check.BALANCE,
                    "debit and credit differ; two changed amounts break the hash"),
            hashed("journal_line", "currency"),
            hashed("journal_line", "currency_amount"),
            hashed("journal_line", "exchange_rate"),
            hashed("journal_line", "tax_code"),
            hashed("journal_line", "tax_base"),
            hashed("journal_line", "tax_amount"),
            byOther("journal_line", "dimension_set_id", Check.CHAIN_HASH, "type and key of each member are hashed"),
            hashed("journal_line", "description"),
            hashed("journal_line", "ledger_date"),
            hashed("voucher", "kind"),
            hashed("voucher", "key"),
            hashed("account", "code"),
            hashed("document", "document_type"),
            hashed("document", "document_number"),
            hashed("document", "document_date"),
            hashed("document", "due_date"),
            hashed("document", "payment_ref"),
            byOther("document", "business_partner_id", Check.CHAIN_HASH, "the partner's number is hashed"),
            hashed("dimension_value", "type"),
            hashed("dimension_value", "key"),
            byOther("dimension_set_member", "dimension_value_id", Check.CHAIN_HASH, "type and key are hashed"),
            byOther("dimension_set_member", "is_relation", Check.CHAIN_HASH, "the relation is hashed apart"));

    private Sealing() {}

    private static Column hashed(String table, String column) {
        return new Column(table, column, Optional.of(Check.CHAIN_HASH), "");
    }

    private static Column byOther(String table, String column, Check check, String because) {
        return new Column(table, column, Optional.of(check), because);
    }

    private static Column not(String table, String column, String because) {
        return new Column(table, column, Optional.empty(), because);
    }
}
