package no.avstemt.application;

import no.avstemt.application.audit.AuditStore;
import no.avstemt.application.chart.ChartStore;
import no.avstemt.application.chart.ChartTemplateStore;
import no.avstemt.application.client.ClientReads;
import no.avstemt.application.client.ClientStore;
import no.avstemt.application.connection.ConnectionStore;
import no.avstemt.application.currency.RateStore;
import no.avstemt.application.dimension.DimensionStore;
import no.avstemt.application.file.FileStore;
import no.avstemt.application.finding.FindingStore;
import no.avstemt.application.journal.DraftStore;
import no.avstemt.application.journal.EntryLists;
import no.avstemt.application.journal.JournalReads;
import no.avstemt.application.journal.JournalStore;
import no.avstemt.application.journal.TemplateStore;
import no.avstemt.application.once.AnswerStore;
import no.avstemt.application.once.OfficeAnswerStore;
import no.avstemt.application.opening.OpeningStore;
import no.avstemt.application.payout.PayoutReads;
import no.avstemt.application.period.PeriodStore;
import no.avstemt.application.personal.PersonalDataStore;
import no.avstemt.application.posting.GranularityStore;
import no.avstemt.application.posting.TermsStore;
import no.avstemt.application.register.Registers;
import no.avstemt.application.report.Books;
import no.avstemt.application.sale.SaleQuestionStore;
import no.avstemt.application.sale.SaleReads;
import no.avstemt.application.sale.SaleStore;
import no.avstemt.application.settlement.DateCheckStore;
import no.avstemt.application.settlement.DisputeStore;
import no.avstemt.application.settlement.LedgerStore;
import no.avstemt.application.settlement.SettlementReads;
import no.avstemt.application.settlement.SettlementStore;
import no.avstemt.application.sync.SyncRunStore;
import no.avstemt.application.verify.StoredBooks;
import no.avstemt.application.verify.VerificationStore;
import no.avstemt.application.voucher.VoucherReads;
import no.avstemt.application.watch.WatchStore;

/** The stores of one unit of work. */
public interface Stores {

    /** From how many new rows on statistics are worth refreshing. */
    int MANY_ROWS = 1_000;

    ClientStore clients();

    ClientReads clientReads();

    ChartStore chart();

    ChartTemplateStore chartTemplates();

    DimensionStore dimensions();

    Registers registers();

    LedgerStore ledgers();

    ConnectionStore connections();

    WatchStore watch();

    SyncRunStore syncRuns();

    SettlementStore settlements();

    PersonalDataStore personalData();

    DisputeStore disputes();

    DateCheckStore dateChecks();

    SaleStore sales();

    JournalStore journal();

    DraftStore drafts();

    TemplateStore templates();

    EntryLists entryLists();

    PeriodStore periods();

    RateStore rates();

    OpeningStore opening();

    TermsStore terms();

    GranularityStore granularities();

    FindingStore findings();

    AuditStore audit();

    OfficeStores office();

    StoredBooks storedBooks();

    VerificationStore verifications();

    VoucherReads vouchers();

    FileStore files();

    Books books();

    SettlementReads settlementReads();

    SaleReads saleReads();

    SaleQuestionStore saleQuestions();

    PayoutReads payoutReads();

    JournalReads journalReads();

    AnswerStore answers();

    OfficeAnswerStore officeAnswers();

    /** Lets the database look at its tables anew, so that reading is quick after much was written. */
    void refreshStatistics();
}
