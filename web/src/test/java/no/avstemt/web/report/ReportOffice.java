package no.avstemt.web.report;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.access.Right;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.client.ListClients;
import no.avstemt.application.client.StandardChart;
import no.avstemt.application.favourite.KeepFavourites;
import no.avstemt.application.finding.ListFindings;
import no.avstemt.application.journal.Post;
import no.avstemt.application.register.DimensionValues;
import no.avstemt.application.report.ProduceReport;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.journal.DraftLine;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Oslo;
import no.avstemt.persistence.JdbiStores;
import no.avstemt.persistence.database.JdbiUnitOfWork;
import no.avstemt.persistence.database.TestDatabase;
import no.avstemt.persistence.report.GeneratedBooks;
import no.avstemt.web.client.ClientApi;
import no.avstemt.web.finding.FindingApi;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.OfficeFrames;
import no.avstemt.web.http.Office;
import no.avstemt.web.http.Route;

/**
 * An office with three client accounts: 1 with two days of plain books and a finding, 2 and 3 with books of chance. Its key
 * sees 1 and 2.
 */
final class ReportOffice implements AutoCloseable {

    static final ClientAccountId PLAIN = new ClientAccountId(1);
    static final DimensionSet LEDGER = DimensionSet.related(new DimensionRef(DimensionType.BANKACC, "302321"));

    private static final DimensionSet PARTNER =
            DimensionSet.related(new DimensionRef(DimensionType.BUSINESSPARTNER, "P1"));

    private final TestDatabase database = TestDatabase.fresh();
    private final Office office = new Office();
    private final UnitOfWork unit = new JdbiUnitOfWork(database.transactions(), JdbiStores.ofDatabase());
    private final String key;

    ReportOffice(long seed, int entries) {
        addPlainBooks();
        database.asOwner(handle -> {
            GeneratedBooks.write(handle, 2, "Bryggen <b>Konserter</b>", entries, seed);
            GeneratedBooks.write(handle, 3, "Fjellgarn Nettbutikk AS", 40, seed + 1);
            return true;
        });
        ProduceReport produce = new ProduceReport(unit);
        KeepFavourites favourites = new KeepFavourites(unit, office.clock);
        ListClients clients = new ListClients(unit);
        List<Route> routes = new ArrayList<>();
        routes.addAll(new ReportApi(produce, office.clock).routes());
        routes.addAll(new CombinedReportApi(produce, office.clock).routes());
        routes.addAll(new ReportPages(
                        produce,
                        new DimensionValues(unit),
                        favourites,
                        new ClientFrames(clients, office.frames),
                        office.clock)
                .routes());
        routes.addAll(
                new CombinedPages(produce, clients, favourites, new OfficeFrames(clients, office.frames), office.clock)
                        .routes());
        routes.addAll(new ClientApi(clients).routes());
        routes.addAll(new FindingApi(new ListFindings(unit)).routes());
        office.open(routes);
        key = office.key(office.kari, Office.scope(1, 2), Right.READ);
    }

    private void addPlainBooks() {
        ClientAccount client = new ClientAccount(
                PLAIN,
                "Kaffebaren Nord AS",
                new OrgNumber("918713867"),
                "nb",
                LocalDate.of(2025, 1, 1),
                VatRegistration.ALWAYS);
        Instant now = office.clock.instant();
        unit.write(Set.of(PLAIN), stores -> {
            stores.clients().add(client, StandardChart.rows(), now);
            Finding finding = new Finding(
                    FindingCode.UNKNOWN_ENTRY_TYPE,
                    new LedgerId("302321"),
                    LocalDate.of(2026, 3, 14),
                    "entry",
                    Money.ofOre(-4_205),
                    Map.of("type", "loyalty-adjustment", "topic", "funds"));
            stores.findings().open(PLAIN, List.of(finding), now);
            return true;
        });
        database.asOwner(handle -> handle.execute("""
                INSERT INTO dimension_value (client_account_id, type, key, name)
                VALUES (1, 'bankacc', '302321', 'Vipps 302321'), (1, 'businesspartner', 'P1', 'Bryggen Bakeri AS')
                """));
        post(LocalDate.of(2025, 12, 31), "Salg i fjor", 10_000, -8_000, -2_000);
        post(LocalDate.of(2026, 3, 14), "Salg", 30_000, -24_000, -6_000);
    }

    /** @param amounts on 1577, 3000 and 2700 */
    void post(LocalDate day, String text, long... amounts) {
        List<JournalLine> lines = List.of(
                JournalLine.inKroner(1, new AccountCode("1577"), amounts[0], LEDGER, text),
                JournalLine.inKroner(2, new AccountCode("3000"), amounts[1], DimensionSet.NONE, text),
                JournalLine.inKroner(3, new AccountCode("2700"), amounts[2], DimensionSet.NONE, text));
        post(day, text, lines);
    }

    /** Goods bought with tax that is deducted, in the plain books. */
    void buy(LocalDate day, long net, long tax) {
        JournalLine base = new JournalLine(
                1,
                new AccountCode("4300"),
                net,
                Money.NOK,
                net,
                BigDecimal.ONE,
                Optional.of("1"),
                Optional.of(net),
                Optional.of(tax),
                DimensionSet.NONE,
                "Varer",
                Optional.empty());
        post(
                day,
                "Varer",
                List.of(
                        base,
                        JournalLine.inKroner(2, new AccountCode("2710"), tax, DimensionSet.NONE, "Varer"),
                        JournalLine.inKroner(3, new AccountCode("2050"), -net - tax, DimensionSet.NONE, "Varer")));
    }

    private void post(LocalDate day, String text, List<JournalLine> lines) {
        Voucher voucher = new Voucher(Voucher.Kind.VIPPS_SETTLEMENT, "302321/funds/" + day);
        unit.write(
                Set.of(PLAIN),
                stores -> new Post(office.clock)
                        .run(
                                stores,
                                PLAIN,
                                stores.journal().lockHead(PLAIN),
                                List.of(new JournalEntry(day, text, voucher, "test", lines, List.of()))));
    }

    /** A bill in the plain books, from a supplier to a customer: on 1500 and 2400. */
    void owe(LocalDate day, String text, long ore) {
        List<JournalLine> lines = List.of(
                JournalLine.inKroner(1, new AccountCode("1500"), ore, PARTNER, text),
                JournalLine.inKroner(2, new AccountCode("2400"), -ore, PARTNER, text));
        post(day, text, lines);
    }

    /** A draft of the plain books, on 1577 and 3000; it need not balance. */
    long draft(LocalDate day, long... amounts) {
        EntryDraft draft = new EntryDraft(
                day,
                "Salg som venter",
                Optional.empty(),
                List.of(draftLine("1577", LEDGER, amounts[0]), draftLine("3000", DimensionSet.NONE, amounts[1])));
        return unit.write(
                Set.of(PLAIN),
                stores -> stores.drafts().add(PLAIN, draft, Actor.system("test"), office.clock.instant()));
    }

    private static DraftLine draftLine(String account, DimensionSet about, long amount) {
        return DraftLine.inKroner(Optional.of(new AccountCode(account)), amount, about, "");
    }

    void removeDraft(long id) {
        unit.write(Set.of(PLAIN), stores -> {
            stores.drafts().lock(PLAIN, id);
            stores.drafts().remove(PLAIN, id);
            return true;
        });
    }

    /** Gives the client account with the plain books another name. */
    void rename(String name) {
        unit.write(Set.of(PLAIN), stores -> {
            ClientAccount was = stores.clients().find(PLAIN).orElseThrow();
            stores.clients()
                    .change(new ClientAccount(
                            PLAIN, name, was.organisationNumber(), was.language(), was.startDate(), was.vat()));
            return true;
        });
    }

    /** Something is done to this client account. */
    void remember(long client) {
        ClientAccountId id = new ClientAccountId(client);
        AuditEvent event = new AuditEvent(
                office.clock.instant(), Actor.system("test"), AuditAction.ACCOUNT_ADDED, "3001", Map.of(), Map.of());
        unit.write(Set.of(id), stores -> {
            stores.audit().record(id, event);
            return true;
        });
    }

    LocalDate today() {
        return Oslo.today(office.clock);
    }

    /** With the key. */
    HttpResponse<String> get(String path, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Authorization");
        all.add("Bearer " + key);
        return office.get(path, all.toArray(String[]::new));
    }

    /** As Kari in her browser. */
    HttpResponse<String> page(String path) {
        return office.get(path, "Cookie", office.signedIn("kari@kontor.example"), "Accept", "text/html");
    }

    static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** Of the report that this answer is. */
    static String seal(HttpResponse<String> answer) {
        return header(answer, "ETag").substring(1).split("-", 2)[0];
    }

    static Optional<String> found(String text, String pattern) {
        return java.util.regex.Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .findFirst();
    }

    @Override
    public void close() {
        office.close();
        database.close();
    }
}
