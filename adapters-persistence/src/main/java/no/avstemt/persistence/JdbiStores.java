package no.avstemt.persistence;

import java.util.function.Function;
import no.avstemt.application.OfficeStores;
import no.avstemt.application.Stores;
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
import no.avstemt.persistence.audit.JdbiAudit;
import no.avstemt.persistence.chart.JdbiChart;
import no.avstemt.persistence.chart.JdbiChartTemplates;
import no.avstemt.persistence.client.JdbiClientReads;
import no.avstemt.persistence.client.JdbiClients;
import no.avstemt.persistence.connection.JdbiConnections;
import no.avstemt.persistence.currency.JdbiRates;
import no.avstemt.persistence.dimension.JdbiDimensions;
import no.avstemt.persistence.file.JdbiFiles;
import no.avstemt.persistence.finding.JdbiFindings;
import no.avstemt.persistence.journal.JdbiDrafts;
import no.avstemt.persistence.journal.JdbiEntryLists;
import no.avstemt.persistence.journal.JdbiJournal;
import no.avstemt.persistence.journal.JdbiJournalReads;
import no.avstemt.persistence.journal.JdbiTemplates;
import no.avstemt.persistence.once.JdbiAnswers;
import no.avstemt.persistence.once.JdbiOfficeAnswers;
import no.avstemt.persistence.opening.JdbiOpening;
import no.avstemt.persistence.payout.JdbiPayouts;
import no.avstemt.persistence.period.JdbiPeriods;
import no.avstemt.persistence.personal.JdbiPersonalData;
import no.avstemt.persistence.posting.JdbiGranularities;
import no.avstemt.persistence.posting.JdbiTerms;
import no.avstemt.persistence.register.JdbiRegisters;
import no.avstemt.persistence.report.JdbiBooks;
import no.avstemt.persistence.report.KnownBooks;
import no.avstemt.persistence.sale.JdbiSaleReads;
import no.avstemt.persistence.sale.JdbiSales;
import no.avstemt.persistence.settlement.JdbiDateChecks;
import no.avstemt.persistence.settlement.JdbiDisputes;
import no.avstemt.persistence.settlement.JdbiLedgers;
import no.avstemt.persistence.settlement.JdbiSaleQuestions;
import no.avstemt.persistence.settlement.JdbiSettlementReads;
import no.avstemt.persistence.settlement.JdbiSettlements;
import no.avstemt.persistence.sync.JdbiSyncRuns;
import no.avstemt.persistence.verify.JdbiStoredBooks;
import no.avstemt.persistence.verify.JdbiVerifications;
import no.avstemt.persistence.voucher.JdbiVouchers;
import no.avstemt.persistence.watch.JdbiWatch;
import org.jdbi.v3.core.Handle;

/**
 * Every store over the handle of one transaction.
 *
 * @param known of the same database
 */
public record JdbiStores(Handle handle, KnownBooks known) implements Stores {

    /** Stores over each handle of one database, which know the same of its books. */
    public static Function<Handle, Stores> ofDatabase() {
        KnownBooks known = new KnownBooks();
        return handle -> new JdbiStores(handle, known);
    }

    @Override
    public ClientStore clients() {
        return new JdbiClients(handle);
    }

    @Override
    public DimensionStore dimensions() {
        return new JdbiDimensions(handle);
    }

    @Override
    public Registers registers() {
        return new JdbiRegisters(handle);
    }

    @Override
    public ClientReads clientReads() {
        return new JdbiClientReads(handle);
    }

    @Override
    public ChartStore chart() {
        return new JdbiChart(handle);
    }

    @Override
    public ChartTemplateStore chartTemplates() {
        return new JdbiChartTemplates(handle);
    }

    @Override
    public LedgerStore ledgers() {
        return new JdbiLedgers(handle);
    }

    @Override
    public ConnectionStore connections() {
        return new JdbiConnections(handle);
    }

    @Override
    public WatchStore watch() {
        return new JdbiWatch(handle);
    }

    @Override
    public SyncRunStore syncRuns() {
        return new JdbiSyncRuns(handle);
    }

    @Override
    public SettlementStore settlements() {
        return new JdbiSettlements(handle);
    }

    @Override
    public PersonalDataStore personalData() {
        return new JdbiPersonalData(handle);
    }

    @Override
    public DateCheckStore dateChecks() {
        return new JdbiDateChecks(handle);
    }

    @Override
    public DisputeStore disputes() {
        return new JdbiDisputes(handle);
    }

    @Override
    public SaleStore sales() {
        return new JdbiSales(handle);
    }

    @Override
    public JournalStore journal() {
        return new JdbiJournal(handle);
    }

    @Override
    public DraftStore drafts() {
        return new JdbiDrafts(handle);
    }

    @Override
    public TemplateStore templates() {
        return new JdbiTemplates(handle);
    }

    @Override
    public EntryLists entryLists() {
        return new JdbiEntryLists(handle);
    }

    @Override
    public PeriodStore periods() {
        return new JdbiPeriods(handle);
    }

    @Override
    public TermsStore terms() {
        return new JdbiTerms(handle);
    }

    @Override
    public GranularityStore granularities() {
        return new JdbiGranularities(handle);
    }

    @Override
    public RateStore rates() {
        return new JdbiRates(handle);
    }

    @Override
    public OpeningStore opening() {
        return new JdbiOpening(handle);
    }

    @Override
    public FindingStore findings() {
        return new JdbiFindings(handle);
    }

    @Override
    public AuditStore audit() {
        return new JdbiAudit(handle);
    }

    @Override
    public OfficeStores office() {
        return new JdbiOfficeStores(handle);
    }

    @Override
    public StoredBooks storedBooks() {
        return new JdbiStoredBooks(handle);
    }

    @Override
    public VerificationStore verifications() {
        return new JdbiVerifications(handle);
    }

    @Override
    public VoucherReads vouchers() {
        return new JdbiVouchers(handle);
    }

    @Override
    public FileStore files() {
        return new JdbiFiles(handle);
    }

    @Override
    public Books books() {
        return new JdbiBooks(handle, known);
    }

    @Override
    public SettlementReads settlementReads() {
        return new JdbiSettlementReads(handle);
    }

    @Override
    public SaleReads saleReads() {
        return new JdbiSaleReads(handle);
    }

    @Override
    public SaleQuestionStore saleQuestions() {
        return new JdbiSaleQuestions(handle);
    }

    @Override
    public PayoutReads payoutReads() {
        return new JdbiPayouts(handle);
    }

    @Override
    public JournalReads journalReads() {
        return new JdbiJournalReads(handle);
    }

    @Override
    public AnswerStore answers() {
        return new JdbiAnswers(handle);
    }

    @Override
    public OfficeAnswerStore officeAnswers() {
        return new JdbiOfficeAnswers(handle);
    }

    @Override
    public void refreshStatistics() {
        handle.execute("SELECT refresh_statistics()");
    }
}
