package no.avstemt.persistence.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.client.StandardChart;
import no.avstemt.application.currency.BookWaiting;
import no.avstemt.application.currency.KeepRates;
import no.avstemt.application.journal.CancelEntry;
import no.avstemt.application.journal.EntryOutcome;
import no.avstemt.application.journal.Post;
import no.avstemt.application.opening.OpenBooks;
import no.avstemt.application.opening.OpeningLine;
import no.avstemt.application.opening.OpeningSheet;
import no.avstemt.application.posting.ChooseGranularity;
import no.avstemt.application.posting.PostDays;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.settlement.ImportLedger;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.sync.SyncClient;
import no.avstemt.application.sync.SyncProgress;
import no.avstemt.application.verify.Fault;
import no.avstemt.application.verify.VerifyBooks;
import no.avstemt.domain.Given;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.posting.Granularity;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.GivenBooks;
import no.avstemt.persistence.GivenVipps;

/** One merchant, fetched, booked and proven as the program does it, at a time of the test's choosing. */
final class BookedMerchant {

    /** Of classes that run at once, too. */
    private static final AtomicInteger LEDGERS = new AtomicInteger(500_000);

    private final GivenBooks books;
    private final ClientAccountId client;
    private final LedgerId ledger;
    final GivenVipps vipps;

    BookedMerchant(GivenBooks books, VatRegistration vat, SalesUnit... units) {
        this(books, Money.NOK, vat, units);
    }

    BookedMerchant(GivenBooks books, Currency currency, VatRegistration vat, SalesUnit... units) {
        this.books = books;
        ledger = new LedgerId(Integer.toString(LEDGERS.incrementAndGet()));
        vipps = new GivenVipps(ledger, currency);
        client = books.unit().write(Set.of(), stores -> stores.clients().nextId());
        books.change(client, stores -> {
            ClientAccount account = GivenBooks.account(client, "Merchant " + ledger);
            stores.clients()
                    .add(
                            new ClientAccount(
                                    client,
                                    account.name(),
                                    account.organisationNumber(),
                                    "nb",
                                    account.startDate(),
                                    vat),
                            StandardChart.rows(),
                            GivenBooks.NOW);
            stores.ledgers().remember(GivenBooks.ledger(ledger, currency));
            stores.ledgers().takeIntoUse(client, ledger, List.of(units));
        });
    }

    LedgerId ledger() {
        return ledger;
    }

    ClientAccountId client() {
        return client;
    }

    /** For dates that are not booked. */
    void choose(Granularity granularity) {
        new ChooseGranularity(books.unit(), Clock.fixed(GivenBooks.NOW, ZoneOffset.UTC))
                .run(client, Actor.system("test"), granularity);
    }

    OpenBooks opening() {
        Clock clock = Clock.fixed(GivenBooks.NOW, ZoneOffset.UTC);
        return new OpenBooks(
                books.unit(), new Post(clock), language -> "opening", new CheckLedger(books.unit(), clock), clock);
    }

    /** Cancels the last entry, as an accountant would. */
    EntryOutcome cancelLast() {
        return cancel(books.count(
                "SELECT entry_id FROM journal_entry WHERE client_account_id = ? ORDER BY chain_position DESC LIMIT 1",
                client.value()));
    }

    private EntryOutcome cancel(long entry) {
        Clock clock = Clock.fixed(GivenBooks.NOW, ZoneOffset.UTC);
        return new CancelEntry(books.unit(), new Post(clock), (language, number, text) -> "cancelled", clock)
                .run(client, Actor.system("test"), entry, "wrong");
    }

    /** What does not hold of the books. */
    List<Fault> faults() {
        return new VerifyBooks(books.unit(), Clock.fixed(GivenBooks.NOW, ZoneOffset.UTC))
                .run(client, Actor.system("test"), Optional.empty())
                .faults();
    }

    /** Takes back the opening entry that stands. */
    void cancelOpening() {
        cancel(books.read(
                client,
                stores -> stores.opening().standing(client).orElseThrow().id()));
    }

    OpeningSheet open(List<OpeningLine> lines) {
        return opening().run(client, Actor.system("test"), lines);
    }

    /** One round at noon of this day. */
    void roundOn(LocalDate day) {
        roundAt(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    /** So many rounds, an hour apart, the first at noon of this day. */
    void roundsFrom(LocalDate day, int rounds) {
        for (int hour = 0; hour < rounds; hour++) {
            roundAt(day.atTime(12, 0).plusHours(hour).toInstant(ZoneOffset.UTC));
        }
    }

    private void roundAt(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        PostDays post = new PostDays(books.unit(), new Post(clock), language -> Given.TEXTS, clock);
        new SyncClient(
                        books.unit(),
                        new ImportLedger(books.unit(), clock),
                        post,
                        new CheckLedger(books.unit(), clock),
                        clock)
                .run(vipps, client, SyncProgress.SILENT);
    }

    /** Rates are put in at noon of this day. */
    KeepRates ratesOn(LocalDate day) {
        Clock clock = Clock.fixed(day.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        PostDays post = new PostDays(books.unit(), new Post(clock), language -> Given.TEXTS, clock);
        return new KeepRates(
                books.unit(), new BookWaiting(books.unit(), post, new CheckLedger(books.unit(), clock)), clock);
    }

    /** Accounts with a balance, øre, in order; and the Vipps accounts are what Vipps says. */
    List<String> balances() {
        assertEquals(vipps.balance(Topic.FUNDS), balance("1577"));
        assertEquals(vipps.balance(Topic.FEES), balance("2992"));
        assertEquals(
                0,
                books.count(
                        "SELECT coalesce(sum(amount), 0)::bigint FROM journal_line WHERE client_account_id = ?",
                        client.value()));
        return accounts();
    }

    /** Base and tax of each code, øre, in sum. */
    List<String> taxLines() {
        return texts("""
                SELECT tax_code || ' ' || sum(tax_base) || ' ' || sum(tax_amount)
                  FROM journal_line
                 WHERE client_account_id = ? AND tax_code IS NOT NULL
                 GROUP BY tax_code
                HAVING sum(tax_base) <> 0 OR sum(tax_amount) <> 0
                 ORDER BY tax_code COLLATE "C"
                """);
    }

    long onDefaultVat() {
        return books.count(
                "SELECT coalesce(sum(abs(amount) + abs(entries)), 0)::bigint FROM default_vat_day WHERE client_account_id = ?",
                client.value());
    }

    /** Accounts with a balance, øre, in order. */
    List<String> accounts() {
        return texts("""
                SELECT a.code || ' ' || sum(l.amount)
                  FROM journal_line l
                  JOIN account a USING (client_account_id, account_id)
                 WHERE l.client_account_id = ?
                 GROUP BY a.code
                HAVING sum(l.amount) <> 0
                 ORDER BY a.code COLLATE "C"
                """);
    }

    private long balance(String account) {
        return books.count("""
                SELECT coalesce(sum(l.amount), 0)::bigint
                  FROM journal_line l
                  JOIN account a USING (client_account_id, account_id)
                 WHERE l.client_account_id = ? AND a.code = ?
                """, client.value(), account);
    }

    /** Number, date and øre of each open finding. */
    List<String> findings() {
        return books.read(client, stores -> stores.findings().of(client, false)).stream()
                .map(stored -> stored.finding())
                .map(finding -> finding.code().number() + " " + finding.ledgerDate() + " "
                        + finding.amount().minor())
                .sorted()
                .toList();
    }

    LedgerState state() {
        return books.read(client, stores -> stores.ledgers().state(client, ledger));
    }

    /** Month, account, tax code, and øre of balance, base and tax of each that has any. */
    List<String> months() {
        return texts("""
                SELECT to_char(l.posting_date, 'YYYY-MM') || ' ' || a.code || ' ' || coalesce(l.tax_code, '-') || ' '
                       || sum(l.amount) || ' ' || coalesce(sum(l.tax_base), 0) || ' ' || coalesce(sum(l.tax_amount), 0)
                  FROM journal_line l
                  JOIN account a USING (client_account_id, account_id)
                 WHERE l.client_account_id = ?
                 GROUP BY to_char(l.posting_date, 'YYYY-MM'), a.code, l.tax_code
                HAVING sum(l.amount) <> 0 OR sum(l.tax_base) <> 0 OR sum(l.tax_amount) <> 0
                 ORDER BY to_char(l.posting_date, 'YYYY-MM') COLLATE "C", a.code COLLATE "C",
                       coalesce(l.tax_code, '-') COLLATE "C"
                """);
    }

    /** Settlement entries that their own account's lines do not carry exactly once, and lines beside their links. */
    long badSettlementLinks() {
        return books.count("""
                SELECT (SELECT count(*)
                          FROM settlement_entry e
                         WHERE e.client_account_id = ?
                           AND (SELECT coalesce(string_agg(k.generation || ':' || k.amount, ' '), '')
                                  FROM settlement_link k
                                 WHERE k.client_account_id = e.client_account_id AND k.link_no = 0
                                   AND k.settlement_entry_id = e.settlement_entry_id) <> '0:' || e.amount)
                     + (SELECT count(*)
                          FROM (SELECT l.amount - sum(k.amount) AS rest
                                  FROM settlement_link k
                                  JOIN journal_line l USING (client_account_id, entry_id, line_no)
                                 WHERE client_account_id = ?
                                 GROUP BY client_account_id, entry_id, line_no, l.amount) line
                         WHERE rest <> 0)
                """, client.value(), client.value());
    }

    /** Date and description of each entry, in order of its number. */
    List<String> entries() {
        return texts("""
                SELECT posting_date || ' ' || description
                  FROM journal_entry
                 WHERE client_account_id = ?
                 ORDER BY chain_position
                """);
    }

    /** Sales whose own account line does not carry all of them, or that are linked beside the line's amount. */
    long badSaleLinks() {
        return books.count("""
                SELECT count(*)
                  FROM (SELECT l.amount - sum(k.amount) AS rest
                          FROM sale_link k
                          JOIN journal_line l USING (client_account_id, entry_id, line_no)
                         WHERE client_account_id = ?
                         GROUP BY client_account_id, entry_id, line_no, l.amount) line
                 WHERE rest <> 0
                """, client.value());
    }

    /** @param sql of the client account */
    List<String> texts(String sql) {
        return books.database()
                .asSuperuser(handle ->
                        handle.select(sql, client.value()).mapTo(String.class).list());
    }
}
