package no.avstemt.application.report;

import java.util.List;
import no.avstemt.domain.chart.AccountRole;

/** Every report there is. */
public final class Reports {

    public static final Report BALANCE_SHEET = new BalanceSheet();

    public static final Report INCOME_STATEMENT = new IncomeStatement();

    public static final Report TRIAL_BALANCE = new TrialBalance();

    public static final Report GENERAL_LEDGER = new GeneralLedger();

    public static final Report ACCOUNTS_RECEIVABLE = new PartnerLedger("accounts-receivable", AccountRole.RECEIVABLES);

    public static final Report ACCOUNTS_PAYABLE = new PartnerLedger("accounts-payable", AccountRole.PAYABLES);

    public static final Report AGED_RECEIVABLES = new AgedReport("aged-receivables", AccountRole.RECEIVABLES);

    public static final Report AGED_PAYABLES = new AgedReport("aged-payables", AccountRole.PAYABLES);

    public static final Report JOURNAL = new JournalReport();

    public static final Report VAT_SPECIFICATION = new VatSpecification();

    public static final Report PROCESSING_HISTORY = new ProcessingHistory();

    public static final List<Report> ALL = List.of(
            BALANCE_SHEET,
            INCOME_STATEMENT,
            TRIAL_BALANCE,
            GENERAL_LEDGER,
            ACCOUNTS_RECEIVABLE,
            ACCOUNTS_PAYABLE,
            AGED_RECEIVABLES,
            AGED_PAYABLES,
            JOURNAL,
            VAT_SPECIFICATION,
            PROCESSING_HISTORY);

    private Reports() {}
}
