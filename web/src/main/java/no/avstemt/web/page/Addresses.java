package no.avstemt.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;

/** Where every page about a client account is. Links between pages are made here and nowhere else. */
public final class Addresses {

    public static final String FRONT = "/";

    public static final String CONNECTIONS = "/connections";

    /** Reports of several client accounts at once. */
    public static final String COMBINED_REPORTS = "/reports/combined";

    /** Keys for other programs. */
    public static final String API_KEYS = "/api-keys";

    /** Describes the API. */
    public static final String API_DOCS = "/api-docs";

    /** The chart of accounts, and pages about it below. */
    public static final String CHART = "/chart";

    /** What is known of a client account itself. */
    public static final String SETTINGS = "/client/settings";

    public static final String GRANULARITY = "/client/settings/granularity";
    public static final String PERSONAL_DATA = "/client/settings/personal-data";

    /** Searches clients and pages. */
    public static final String GO = "/go";

    /** The form for a journal entry. */
    public static final String NEW_ENTRY = "/journal-entries/new";

    public static final String JOURNAL = "/journal-entries";

    /** The form that takes in a file of entries. */
    public static final String IMPORT_ENTRIES = "/journal-entries/import";

    public static final String EXCHANGE_RATES = "/exchange-rates";
    public static final String DRAFTS = "/drafts";

    /** Entries that come again. */
    public static final String TEMPLATES = "/entry-templates";

    /** Where onboarding ends. */
    public static final String FIRST_DAY = "/first-day";

    /** The parameter that names a ledger. */
    public static final String LEDGER = "ledger_id";

    /** The parameter that names the client account, on every route of client data. */
    public static final String CLIENT = "client_account_id";

    /** The parameter that names a finding, whose page of the list is shown. */
    public static final String FINDING = "finding";

    private Addresses() {}

    public static Address client(ClientAccountId client) {
        return of("/client", client);
    }

    public static Address trialBalance(ClientAccountId client) {
        return of("/trial-balance", client);
    }

    /** Filters are added by the names of the report's parameters. */
    public static Address generalLedger(ClientAccountId client) {
        return of("/general-ledger", client);
    }

    public static Address reports(ClientAccountId client) {
        return of("/reports", client);
    }

    /** The page of a report, by the report's id. */
    public static Address report(String id, ClientAccountId client) {
        return of("/" + id, client);
    }

    /** Drafts and posted entries. */
    public static Address journal(ClientAccountId client) {
        return of(JOURNAL, client);
    }

    public static Address drafts(ClientAccountId client) {
        return of(DRAFTS, client);
    }

    public static Address newEntry(ClientAccountId client) {
        return of(NEW_ENTRY, client);
    }

    public static Address importEntries(ClientAccountId client) {
        return of(IMPORT_ENTRIES, client);
    }

    public static Address draft(ClientAccountId client, long draftId) {
        return newEntry(client).with("draft", draftId);
    }

    public static Address copy(ClientAccountId client, long entryId) {
        return newEntry(client).with("copy", entryId);
    }

    public static Address templates(ClientAccountId client) {
        return of(TEMPLATES, client);
    }

    /** The form with the lines of a template. */
    public static Address ofTemplate(ClientAccountId client, long templateId) {
        return newEntry(client).with("template", templateId);
    }

    public static Address journalEntry(ClientAccountId client, long entryId) {
        return of("/journal-entries/" + entryId, client);
    }

    public static Address journalLine(ClientAccountId client, long entryId, int lineNo) {
        return journalEntry(client, entryId).at("line-" + lineNo);
    }

    public static Address settlementEntries(ClientAccountId client) {
        return of("/settlement-entries", client);
    }

    /** The settlement entries that a journal line carries. */
    public static Address behindLine(ClientAccountId client, long entryId, int lineNo) {
        return settlementEntries(client).with("entry_id", entryId).with("line_no", lineNo);
    }

    public static Address settlementEntry(ClientAccountId client, long settlementEntryId) {
        return of("/settlement-entries/" + settlementEntryId, client);
    }

    /** The same, reached from a journal line, to which its bread crumbs lead back. */
    public static Address settlementEntry(ClientAccountId client, long settlementEntryId, long entryId, int lineNo) {
        return settlementEntry(client, settlementEntryId)
                .with("entry_id", entryId)
                .with("line_no", lineNo);
    }

    public static Address sales(ClientAccountId client) {
        return of("/sales", client);
    }

    /** The sales that a journal line carries, where they moved no money at Vipps. */
    public static Address salesBehindLine(ClientAccountId client, long entryId, int lineNo) {
        return sales(client).with("entry_id", entryId).with("line_no", lineNo);
    }

    public static Address sale(ClientAccountId client, long saleId) {
        return of("/sales/" + saleId, client);
    }

    public static Address chart(ClientAccountId client) {
        return of(CHART, client);
    }

    /** A page about the chart, below it: {@code roles}, {@code tax-codes} … */
    public static Address chart(ClientAccountId client, String page) {
        return of(CHART + "/" + page, client);
    }

    public static Address account(ClientAccountId client, long accountId) {
        return chart(client, "accounts/" + accountId);
    }

    public static Address payouts(ClientAccountId client) {
        return of("/payouts", client);
    }

    public static Address personalData(ClientAccountId client) {
        return of(PERSONAL_DATA, client);
    }

    public static Address settings(ClientAccountId client) {
        return of(SETTINGS, client);
    }

    public static Address periods(ClientAccountId client) {
        return of("/periods", client);
    }

    /** The fiscal year with a month of it, such as {@code 2026-03}, looked at closely. */
    public static Address period(ClientAccountId client, int year, YearMonth month) {
        return periods(client).with("year", year).with("month", month);
    }

    public static Address postingRules(ClientAccountId client) {
        return of("/posting-rules", client);
    }

    /** @param what of the rules: {@code categories}, {@code rules} */
    public static Address postingRules(ClientAccountId client, String what) {
        return of("/posting-rules/" + what, client);
    }

    public static Address settleDispute(ClientAccountId client, long findingId) {
        return of("/findings/" + findingId + "/settle", client);
    }

    public static Address firstDay(ClientAccountId client, LedgerId ledger) {
        return of(FIRST_DAY, client).with(LEDGER, ledger.value());
    }

    public static Address confirmChange(ClientAccountId client, long findingId) {
        return of("/findings/" + findingId + "/confirm", client);
    }

    /** What other currencies are worth. */
    public static Address exchangeRates(ClientAccountId client) {
        return of(EXCHANGE_RATES, client);
    }

    /** @param what is done with it: {@code remove} */
    public static Address exchangeRate(ClientAccountId client, long id, String what) {
        return of(EXCHANGE_RATES + "/" + id + "/" + what, client);
    }

    public static Address openingBalances(ClientAccountId client) {
        return of("/opening-balances", client);
    }

    /** The proof that the books are as they were posted. */
    public static Address verify(ClientAccountId client) {
        return of("/verify", client);
    }

    /** Leads to the voucher of an entry. */
    public static Address voucherOfEntry(ClientAccountId client, long entryId) {
        return of("/journal-entries/" + entryId + "/voucher", client);
    }

    /** What documents an entry. */
    public static Address voucher(ClientAccountId client, long voucherId) {
        return of("/vouchers/" + voucherId, client);
    }

    /** The files beside an entry or a draft. */
    public static Address attachments(ClientAccountId client, long entryId) {
        return of("/journal-entries/" + entryId + "/attachments", client);
    }

    /** One file. */
    public static Address attachment(ClientAccountId client, long fileId) {
        return of("/attachments/" + fileId, client);
    }

    /** Entries that lack documentation. */
    public static Address undocumented(ClientAccountId client) {
        return of("/undocumented-entries", client);
    }

    public static Address findings(ClientAccountId client) {
        return of("/findings", client);
    }

    public static Address finding(ClientAccountId client, long findingId) {
        return findings(client).with(FINDING, findingId).at("finding-" + findingId);
    }

    /** @param path of the register, and of what is below it */
    public static Address register(ClientAccountId client, String path) {
        return of(registerPath(path), client);
    }

    /** Where a form of a register is sent; which client account it is about stands in the form. */
    public static String registerPath(String path) {
        return "/registers/" + path;
    }

    public static Address document(ClientAccountId client, long documentId) {
        return register(client, "documents/" + documentId);
    }

    /** A Vipps connection; for administrators. */
    public static Address connection(long connectionId) {
        return Address.of(CONNECTIONS + "/" + connectionId);
    }

    public static Address ledgerOf(long connectionId, String ledgerId) {
        return Address.of(CONNECTIONS + "/" + connectionId + "/ledgers/"
                + URLEncoder.encode(ledgerId, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private static Address of(String path, ClientAccountId client) {
        return Address.of(path).with(CLIENT, client);
    }
}
