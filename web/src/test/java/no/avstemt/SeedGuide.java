package no.avstemt;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The requests and answers of the guide to the Reports API, written down as it describes them. */
final class SeedGuide {

    /** Report, parameter, what stands for it when it is left out, and a value to send. */
    static final String PARAMETERS = """
            balance-sheet       | report_date           | today   | 2026-05-21
            balance-sheet       | dimensions            |         | project:1,department:2
            balance-sheet       | include_drafts        | false   | true
            income-statement    | date_from             | january | 2026-02-01
            income-statement    | date_to               | today   | 2026-05-21
            income-statement    | dimensions            |         | project:1,department:2
            income-statement    | include_drafts        | false   | true
            income-statement    | free_text             |         | kaffe
            income-statement    | group_by_dimension    |         | project
            trial-balance       | account_codes         |         | 1920,3000
            trial-balance       | dimensions            |         | project:1,department:2
            trial-balance       | include_drafts        | false   | true
            trial-balance       | include_dimensions    | true    | false
            trial-balance       | include_zero_movement | true    | false
            trial-balance       | free_text             |         | kaffe
            trial-balance       | group_by_dimension    |         | project
            general-ledger      | date_from             |         | 2026-05-01
            general-ledger      | date_to               |         | 2026-05-21
            general-ledger      | account_codes         |         | 1920,3000
            general-ledger      | dimensions            |         | project:1,department:2
            general-ledger      | include_drafts        | false   | true
            general-ledger      | include_reconciled    | true    | false
            general-ledger      | include_cancelled     | true    | false
            general-ledger      | tax_codes             |         | 3,31
            general-ledger      | free_text             |         | kaffe
            general-ledger      | page                  | 1       | 2
            general-ledger      | per_page              | 100     | 5
            accounts-payable    | business_partner_id   |         | 88
            accounts-payable    | date_from             |         | 2026-05-01
            accounts-payable    | date_to               |         | 2026-05-21
            accounts-payable    | free_text             |         | kaffe
            accounts-payable    | include_reconciled    | true    | false
            accounts-payable    | include_drafts        | false   | true
            accounts-payable    | include_cancelled     | true    | false
            accounts-payable    | page                  | 1       | 2
            accounts-payable    | per_page              | 100     | 5
            accounts-receivable | business_partner_id   |         | 88
            accounts-receivable | date_from             |         | 2026-05-01
            accounts-receivable | date_to               |         | 2026-05-21
            accounts-receivable | free_text             |         | kaffe
            accounts-receivable | include_reconciled    | true    | false
            accounts-receivable | include_drafts        | false   | true
            accounts-receivable | include_cancelled     | true    | false
            accounts-receivable | page                  | 1       | 2
            accounts-receivable | per_page              | 100     | 5
            """;

    private static final String GROUPING = """
            grouping.level_1_code text
            grouping.level_1_name text
            grouping.level_2_code text
            grouping.level_2_name text
            grouping.level_3_code text
            grouping.level_3_name text
            account_code text
            account_name text
            """;

    private static final String RELATION = """
            relation_type text?
            relation_id whole?
            relation_name text?
            """;

    private static final String MONTHS = IntStream.rangeClosed(1, 12)
            .mapToObj(month -> "period_debit_movements." + month + " amount\n")
            .collect(Collectors.joining());

    private static final String LINE = """
            id whole
            line_id whole
            posting_date date
            account_id whole
            account_code text
            description text
            debit amount
            credit amount
            debit_amount amount
            currency_code text
            exchange_rate number
            tax_code text?
            tax_base_amount amount?
            tax_amount amount?
            reconciled_amount amount
            sequence_number whole
            relation_type text?
            relation_id whole?
            dimensions list
            journal_entry.id whole
            journal_entry.sequence_number whole
            journal_entry.cancelled flag
            journal_entry.is_draft flag
            journal_entry.voucher_id whole?
            journal_entry.description text
            journal_entry.related_object any
            journal_entry.created_by.id whole?
            journal_entry.created_by.full_name text
            """;

    /** Of a row of each report, with what it holds. */
    static final Map<String, String> FIELDS = Map.of(
            "balance-sheet",
            GROUPING + "balance amount",
            "income-statement",
            GROUPING + MONTHS,
            "trial-balance",
            GROUPING + RELATION + "account_id whole\nincoming_balance amount\ndebit amount\ncredit amount\n"
                    + "outgoing_balance amount",
            "general-ledger",
            LINE,
            "accounts-payable",
            LINE,
            "accounts-receivable",
            LINE);

    /** Those that come in pages. */
    static final Set<String> PAGED = Set.of("general-ledger", "accounts-payable", "accounts-receivable");

    static final List<String> DIMENSIONS =
            List.of("businesspartner", "bankacc", "project", "department", "asset", "tag", "item");

    private SeedGuide() {}
}
