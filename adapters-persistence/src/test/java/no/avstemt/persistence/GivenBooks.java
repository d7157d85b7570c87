package no.avstemt.persistence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.client.StandardChart;
import no.avstemt.application.journal.Post;
import no.avstemt.application.settlement.EntryPage.Fetched;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.domain.journal.SettlementLink;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.database.JdbiUnitOfWork;
import no.avstemt.persistence.database.TestDatabase;

/** Client accounts with ledgers, in a database of a test's own, reached as the program reaches it. */
public final class GivenBooks implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    public static final LocalDate DAY = LocalDate.of(2026, 2, 14);
    public static final SalesUnit UNIT =
            new SalesUnit("NO:57860", "Kafé", SalesUnit.BookedFrom.VIPPS, TaxCode.OUTPUT_HIGH, TaxCode.ZERO_RATED);

    private final TestDatabase database = TestDatabase.fresh();
    private final UnitOfWork unit = new JdbiUnitOfWork(database.transactions(), JdbiStores.ofDatabase());
    private final Post post = new Post(Clock.fixed(NOW, ZoneOffset.UTC));

    public TestDatabase database() {
        return database;
    }

    public UnitOfWork unit() {
        return unit;
    }

    /** With the standard chart, and each ledger in use with one sales unit. */
    public ClientAccountId client(String name, LedgerId... ledgers) {
        ClientAccountId id = unit.write(Set.of(), stores -> stores.clients().nextId());
        change(id, stores -> {
            stores.clients().add(account(id, name), StandardChart.rows(), NOW);
            for (LedgerId ledger : ledgers) {
                stores.ledgers().remember(ledger(ledger));
                stores.ledgers().takeIntoUse(id, ledger, List.of(UNIT));
            }
        });
        return id;
    }

    public static ClientAccount account(ClientAccountId id, String name) {
        return new ClientAccount(
                id, name, new OrgNumber("974760673"), "nb", LocalDate.of(2026, 1, 1), VatRegistration.ALWAYS);
    }

    public static Ledger ledger(LedgerId id) {
        return ledger(id, Money.NOK);
    }

    public static Ledger ledger(LedgerId id, Currency currency) {
        return new Ledger(id, currency.getCurrencyCode(), Optional.empty(), Optional.empty(), List.of());
    }

    public <T> T write(ClientAccountId client, Function<Stores, T> work) {
        return unit.write(Set.of(client), work);
    }

    public void change(ClientAccountId client, Consumer<Stores> work) {
        unit.write(Set.of(client), stores -> {
            work.accept(stores);
            return true;
        });
    }

    public <T> T read(ClientAccountId client, Function<Stores, T> work) {
        return unit.read(Set.of(client), work);
    }

    public List<PostedEntry> post(ClientAccountId client, List<JournalEntry> entries) {
        return write(client, stores -> post(stores, client, entries));
    }

    /** Within a unit of work. */
    public List<PostedEntry> post(Stores stores, ClientAccountId client, List<JournalEntry> entries) {
        return post.run(stores, client, stores.journal().lockHead(client), entries);
    }

    /** A number that the database answers with, whoever's rows they are. */
    public long count(String sql, Object... arguments) {
        return database.asSuperuser(
                handle -> handle.select(sql, arguments).mapTo(Long.class).one());
    }

    public static Fetched fetched(
            LedgerId ledger, Topic topic, String type, LocalDate day, long amount, String psp, long before) {
        SettlementEntry entry = new SettlementEntry(
                ledger,
                topic,
                type,
                day,
                day.atTime(12, 0).toInstant(ZoneOffset.UTC),
                Money.ofOre(amount),
                before,
                before + amount,
                Optional.of(psp),
                Optional.of("order-" + psp),
                Optional.of(UNIT.handle()));
        return new Fetched(entry, "{\"pspReference\":\"" + psp + "\"}", Optional.empty());
    }

    /** A chain of captures of one krone each, from balance zero. */
    public static List<Fetched> captures(LedgerId ledger, LocalDate day, int count) {
        List<Fetched> page = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            page.add(fetched(ledger, Topic.FUNDS, "capture", day, 100, day + "-" + i, i * 100L));
        }
        return page;
    }

    public static DimensionSet of(LedgerId ledger) {
        return DimensionSet.related(new DimensionRef(DimensionType.BANKACC, ledger.value()));
    }

    /** Debit the first account, credit the second. */
    public static JournalEntry entry(
            LocalDate day, LedgerId ledger, String debit, String credit, long amount, SettlementLink... links) {
        return new JournalEntry(
                day,
                "Vipps " + ledger + " " + day,
                voucher(ledger, day),
                "test",
                List.of(
                        JournalLine.inKroner(1, new AccountCode(debit), amount, of(ledger), "debet")
                                .onLedgerDate(day),
                        JournalLine.inKroner(2, new AccountCode(credit), -amount, DimensionSet.NONE, "kredit")),
                List.of(links));
    }

    public static Voucher voucher(LedgerId ledger, LocalDate day) {
        return new Voucher(Voucher.Kind.VIPPS_SETTLEMENT, ledger + "/funds/" + day);
    }

    @Override
    public void close() {
        database.close();
    }
}
