package no.avstemt.web.settlement;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.avstemt.application.client.ListClients;
import no.avstemt.application.file.ReadFiles;
import no.avstemt.application.journal.CancelEntry;
import no.avstemt.application.journal.Post;
import no.avstemt.application.journal.ReadEntry;
import no.avstemt.application.paging.From;
import no.avstemt.application.payout.ListPayouts;
import no.avstemt.application.personal.KeepPersonalData;
import no.avstemt.application.sale.ListSales;
import no.avstemt.application.sale.ReadSale;
import no.avstemt.application.sale.SalePage;
import no.avstemt.application.settlement.EntryPage.Fetched;
import no.avstemt.application.settlement.EntryQuery;
import no.avstemt.application.settlement.EntryQuery.OfLedger;
import no.avstemt.application.settlement.ListEntries;
import no.avstemt.application.settlement.ReadSettlementEntry;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.SaleLink;
import no.avstemt.domain.journal.SettlementLink;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.GivenBooks;
import no.avstemt.web.file.AttachmentLists;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Office;
import no.avstemt.web.http.Route;
import no.avstemt.web.journal.JournalEntryPages;
import no.avstemt.web.payout.PayoutPages;
import no.avstemt.web.sale.LedgerSaleApi;
import no.avstemt.web.sale.SaleListPages;
import no.avstemt.web.sale.SalePages;
import no.avstemt.web.text.PostedWords;

/** Client account 1 sold for 125.00 through Vipps and 50.00 in cash, and was paid out 122.00. Client account 2 has nothing. */
final class EntryOffice implements AutoCloseable {

    static final LocalDate DAY = GivenBooks.DAY;
    static final String EVIL = "</code><script>alert('1')</script>";

    private static final LedgerId LEDGER = new LedgerId("302321");

    private final GivenBooks books = new GivenBooks();
    private final Office office = new Office();
    private final ClientAccountId client = books.client("Kaffebaren Nord AS", LEDGER);
    private final ClientAccountId other = books.client("Bryggen Konserter", new LedgerId("302322"));
    private final String kari;

    EntryOffice() {
        fetch();
        book();
        ClientFrames frames = new ClientFrames(new ListClients(books.unit()), office.frames);
        office.open(Stream.of(
                        new JournalEntryPages(
                                        new ReadEntry(books.unit()),
                                        new CancelEntry(
                                                books.unit(),
                                                new Post(office.clock),
                                                PostedWords::reversal,
                                                office.clock),
                                        new AttachmentLists(new ReadFiles(books.unit()), 1 << 20),
                                        frames)
                                .routes(),
                        new EntryListPages(new ListEntries(books.unit()), frames).routes(),
                        new SettlementEntryPages(
                                        new ReadSettlementEntry(books.unit()),
                                        new KeepPersonalData(books.unit(), office.clock),
                                        frames)
                                .routes(),
                        new SaleListPages(new ListSales(books.unit()), frames).routes(),
                        new SalePages(new ReadSale(books.unit()), frames).routes(),
                        new LedgerEntryApi(new ListEntries(books.unit())).routes(),
                        new LedgerSaleApi(new ListSales(books.unit())).routes(),
                        new PayoutPages(new ListPayouts(books.unit()), frames).routes())
                .flatMap((List<Route> routes) -> routes.stream())
                .toList());
        kari = office.signedIn("kari@kontor.example");
    }

    private void fetch() {
        Fetched capture = GivenBooks.fetched(LEDGER, Topic.FUNDS, "capture", DAY, 12_500, "1001", 0);
        Fetched hostile = new Fetched(
                capture.entry(), "{\"pspReference\":\"1001\",\"note\":\"" + EVIL + "\",\"list\":[]}", Optional.empty());
        List<Fetched> funds = new ArrayList<>(List.of(
                hostile,
                GivenBooks.fetched(LEDGER, Topic.FUNDS, "fees-retained", DAY, -300, "302321-20260214", 12_500),
                GivenBooks.fetched(LEDGER, Topic.FUNDS, "payout-scheduled", DAY, -12_200, "302321-2000001", 12_200)));
        long balance = 0;
        for (int i = 0; i < 120; i++) {
            funds.add(GivenBooks.fetched(
                    LEDGER, Topic.FUNDS, "capture", DAY.plusDays(1 + i / 50), 100, "m" + i, balance));
            balance += 100;
        }
        books.change(client, stores -> {
            stores.settlements().addNew(client, funds, 0);
            stores.settlements()
                    .addNew(
                            client,
                            List.of(GivenBooks.fetched(LEDGER, Topic.FEES, "capture-fee", DAY, -300, "1001", 0)),
                            0);
            stores.sales().addNew(client, List.of(sale("1001", "WALLET", 12_500), sale("", "CASH", 5_000)));
        });
    }

    private static SalePage.Fetched sale(String psp, String payment, long gross) {
        SaleLine line = new SaleLine(
                "1",
                "Kaffe <b>&</b> bolle",
                new BigDecimal("2.50"),
                gross,
                Optional.of(gross / 5 * 4),
                Optional.of(2_500),
                Optional.of(gross / 5),
                Optional.empty());
        Sale sale = new Sale(
                LEDGER,
                Sale.Kind.CAPTURE,
                DAY.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC),
                psp.isEmpty() ? Optional.empty() : Optional.of(psp),
                psp.isEmpty() ? "kasse-1" : "order-" + psp,
                Optional.of(Money.ofOre(gross)),
                Optional.of(gross / 5 * 4),
                Optional.of(gross / 5),
                Optional.of(payment),
                Optional.of("MPOS"),
                Optional.empty(),
                true,
                true,
                List.of(line));
        return new SalePage.Fetched(sale, "{\"reference\":\"" + sale.reference() + "\",\"note\":\"" + EVIL + "\"}");
    }

    private void book() {
        long capture = settlementEntry("capture");
        long cash = books.count("SELECT sale_id FROM sale WHERE payment_type = 'CASH'");
        books.post(
                client,
                List.of(
                        entry(
                                "1577",
                                12_500,
                                List.of(
                                        new SettlementLink(capture, 0, 0, 1, 12_500),
                                        new SettlementLink(capture, 0, 1, 2, -10_000),
                                        new SettlementLink(capture, 0, 2, 3, -2_500)),
                                List.of()),
                        entry(
                                "1900",
                                5_000,
                                List.of(),
                                List.of(
                                        new SaleLink(cash, 0, 0, 1, 5_000),
                                        new SaleLink(cash, 0, 1, 2, -4_000),
                                        new SaleLink(cash, 0, 2, 3, -1_000)))));
    }

    private static JournalEntry entry(String money, long gross, List<SettlementLink> links, List<SaleLink> sales) {
        long tax = gross / 5;
        return new JournalEntry(
                DAY,
                "Salg <i>" + money + "</i>",
                GivenBooks.voucher(LEDGER, DAY),
                "Avstemt",
                List.of(
                        JournalLine.inKroner(1, new AccountCode(money), gross, GivenBooks.of(LEDGER), "Penger"),
                        JournalLine.inKroner(2, new AccountCode("3000"), tax - gross, DimensionSet.NONE, "Salg")
                                .withTax("3", tax - gross, -tax),
                        JournalLine.inKroner(3, new AccountCode("2700"), -tax, DimensionSet.NONE, "Mva")),
                links,
                sales);
    }

    /** The first stored entry of this type. */
    long settlementEntry(String type) {
        return books.count("SELECT min(settlement_entry_id) FROM settlement_entry WHERE vipps_type = ?", type);
    }

    long journalEntry(long number) {
        return books.count("SELECT entry_id FROM journal_entry WHERE number = ?", number);
    }

    int rowsInFunds() {
        return books.read(
                        client,
                        stores -> stores.settlementReads()
                                .page(new EntryQuery(
                                        client,
                                        new OfLedger(LEDGER),
                                        Optional.of(Topic.FUNDS),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        From.start(1_000))))
                .rows()
                .size();
    }

    /** As Kari in her browser, who reads Norwegian. */
    HttpResponse<String> page(String path) {
        return office.get(path, "Cookie", kari, "Accept", "text/html", "Accept-Language", "nb");
    }

    HttpResponse<String> json(String path) {
        return office.get(path, "Cookie", kari, "Accept", "application/json");
    }

    HttpResponse<String> pageInEnglish(String path) {
        return office.get(path, "Cookie", kari, "Accept", "text/html", "Accept-Language", "en");
    }

    /** What comes up by clicking the first link of a page that leads to such an address. */
    HttpResponse<String> click(HttpResponse<String> page, String address) {
        Matcher link = Pattern.compile("href=\"(" + address + "[^\"#]*)").matcher(page.body());
        if (!link.find()) {
            throw new AssertionError("No link to " + address + " in " + page.body());
        }
        return page(link.group(1).replace("&amp;", "&"));
    }

    @Override
    public void close() {
        office.close();
        books.close();
    }
}
