package no.avstemt.persistence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import no.avstemt.application.sale.SalePage;
import no.avstemt.application.settlement.EntryPage;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.application.settlement.SourceUnavailable.Reason;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Oslo;

/** One ledger at Vipps, told row by row: balances follow by themselves, and a cursor is the number of rows read. */
public final class GivenVipps implements SettlementSource {

    private final LedgerId ledger;
    private final Currency currency;
    private final Map<Topic, List<EntryPage.Fetched>> entries = new EnumMap<>(Topic.class);
    private final Map<Topic, Long> balances = new EnumMap<>(Topic.class);
    private final List<SalePage.Fetched> sales = new ArrayList<>();
    private final Map<LocalDate, UnaryOperator<List<EntryPage.Fetched>>> reports = new HashMap<>();
    private final Map<LocalDate, UnaryOperator<List<SalePage.Fetched>>> salesReports = new HashMap<>();
    private final Set<LocalDate> open = new HashSet<>();
    private final List<LocalDate> asked = new ArrayList<>();
    private final List<SalePage.Fetched> lookups = new ArrayList<>();
    private final Set<String> passedOver = new HashSet<>();
    private final List<String> askedSales = new ArrayList<>();
    private final Set<LocalDate> openSales = new HashSet<>();
    private boolean answersAboutSales = true;
    private int hour = 18;

    public GivenVipps(LedgerId ledger) {
        this(ledger, Money.NOK);
    }

    public GivenVipps(LedgerId ledger, Currency currency) {
        this.ledger = ledger;
        this.currency = currency;
        for (Topic topic : Topic.values()) {
            entries.put(topic, new ArrayList<>());
            balances.put(topic, 0L);
        }
    }

    /** @param handle of the sales unit; empty text for rows of the ledger itself */
    public GivenVipps row(Topic topic, String type, LocalDate day, long amount, String psp, String handle) {
        return row(topic, type, day, amount, psp, handle, "order-" + psp);
    }

    public GivenVipps row(
            Topic topic, String type, LocalDate day, long amount, String psp, String handle, String order) {
        long before = balances.getOrDefault(topic, 0L);
        List<EntryPage.Fetched> rows = entries.getOrDefault(topic, List.of());
        rows.add(new EntryPage.Fetched(
                new SettlementEntry(
                        ledger,
                        topic,
                        type,
                        day,
                        day.atTime(12, 0).toInstant(ZoneOffset.UTC).plusSeconds(rows.size()),
                        new Money(amount, currency),
                        before,
                        before + amount,
                        Optional.of(psp),
                        handle.isEmpty() ? Optional.empty() : Optional.of(order),
                        handle.isEmpty() ? Optional.empty() : Optional.of(handle)),
                "{}",
                Optional.empty()));
        balances.put(topic, before + amount);
        return this;
    }

    public GivenVipps funds(String type, LocalDate day, long amount, String psp) {
        return row(Topic.FUNDS, type, day, amount, psp, GivenBooks.UNIT.handle());
    }

    /** Three captures on a day, and one on the next. */
    public GivenVipps capturesOn(LocalDate day) {
        return funds("capture", day, 12500, "1")
                .funds("capture", day, 25000, "2")
                .funds("capture", day, 7500, "3")
                .funds("capture", day.plusDays(1), 5000, "4");
    }

    public GivenVipps fees(String type, LocalDate day, long amount, String psp) {
        return row(Topic.FEES, type, day, amount, psp, GivenBooks.UNIT.handle());
    }

    /** What is sold from here on is sold at this hour of its day. */
    public GivenVipps atHour(int ofDay) {
        hour = ofDay;
        return this;
    }

    /** A sale at 25 % of one line that no money row tells of. */
    public GivenVipps outside(String payment, Sale.Kind kind, LocalDate day, long gross, String reference) {
        return sold(payment, kind, day, gross, reference, Optional.empty());
    }

    /** A sale at 25 % of one line, of the wallet, with the transaction that its money row has. */
    public GivenVipps sold(LocalDate day, long gross, String psp) {
        return sold("WALLET", Sale.Kind.CAPTURE, day, gross, "order-" + psp, Optional.of(psp));
    }

    public GivenVipps sold(
            String payment, Sale.Kind kind, LocalDate day, long gross, String reference, Optional<String> psp) {
        SaleLine line = new SaleLine(
                "1",
                "Vare",
                BigDecimal.ONE,
                gross,
                Optional.empty(),
                Optional.of(2500),
                Optional.empty(),
                Optional.empty());
        return sold(payment, kind, day, gross, reference, psp, line);
    }

    public GivenVipps sold(
            String payment,
            Sale.Kind kind,
            LocalDate day,
            long gross,
            String reference,
            Optional<String> psp,
            SaleLine... lines) {
        sales.add(new SalePage.Fetched(
                new Sale(
                        ledger,
                        kind,
                        day.atTime(hour, 0).atZone(Oslo.ZONE).toInstant().plusSeconds(sales.size()),
                        psp,
                        reference,
                        Optional.of(new Money(gross, currency)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(payment),
                        Optional.of("MPOS"),
                        Optional.empty(),
                        true,
                        false,
                        List.of(lines)),
                "{}"));
        return this;
    }

    /** The report of this date has other rows of funds than the feed. */
    public void reports(LocalDate date, UnaryOperator<List<EntryPage.Fetched>> otherwise) {
        reports.put(date, otherwise);
    }

    /** The report of this date has other sales than the feed. */
    public void reportsSales(LocalDate date, UnaryOperator<List<SalePage.Fetched>> otherwise) {
        salesReports.put(date, otherwise);
    }

    public void open(LocalDate date) {
        open.add(date);
    }

    public void close(LocalDate date) {
        open.remove(date);
    }

    /** The dates whose reports of sales are not ready. */
    public Set<LocalDate> openSales() {
        return openSales;
    }

    /** Whether there is an answer to who asks for the sale of one payment. */
    public void answersAboutSales(boolean answers) {
        answersAboutSales = answers;
    }

    /** The feed does not tell of this transaction; the report of its date does. */
    public void passOver(String psp) {
        passedOver.add(psp);
    }

    /** What {@code sold} told last is told only to who asks for its transaction or order, and after that by date. */
    public void onlyWhenAskedFor() {
        lookups.add(sales.remove(sales.size() - 1));
    }

    /** The transactions and orders whose sales were asked for. */
    public List<String> askedSales() {
        return askedSales;
    }

    /** The dates whose reports of funds were asked for. */
    public List<LocalDate> asked() {
        return asked;
    }

    public long balance(Topic topic) {
        return balances.getOrDefault(topic, 0L);
    }

    @Override
    public List<Ledger> ledgers() {
        return List.of(GivenBooks.ledger(ledger, currency));
    }

    @Override
    public EntryPage feed(LedgerId of, Topic topic, Optional<String> cursor) {
        List<EntryPage.Fetched> rows = entries.getOrDefault(topic, List.of());
        List<EntryPage.Fetched> told = rest(rows, cursor).stream()
                .filter(row ->
                        row.entry().pspReference().filter(passedOver::contains).isEmpty())
                .toList();
        return new EntryPage(told, Optional.of(Integer.toString(rows.size())), false, true);
    }

    @Override
    public EntryPage date(LedgerId of, Topic topic, LocalDate date, Optional<String> cursor) {
        List<EntryPage.Fetched> rows = entries.getOrDefault(topic, List.of()).stream()
                .filter(row -> row.entry().ledgerDate().equals(date))
                .toList();
        if (topic == Topic.FEES) {
            return new EntryPage(rows, Optional.empty(), false, false);
        }
        asked.add(date);
        List<EntryPage.Fetched> told =
                reports.getOrDefault(date, UnaryOperator.identity()).apply(rows);
        return new EntryPage(told, Optional.empty(), false, open.contains(date));
    }

    @Override
    public SalePage sales(LedgerId of, Optional<String> cursor) {
        return new SalePage(rest(sales, cursor), Optional.of(Integer.toString(sales.size())), false);
    }

    @Override
    public SalePage sales(LedgerId of, LocalDate date, Optional<String> cursor) {
        if (openSales.contains(date)) {
            return new SalePage(List.of(), Optional.empty(), false, true);
        }
        Stream<SalePage.Fetched> found = lookups.stream()
                .filter(told -> askedSales.contains(told.sale().reference())
                        || told.sale()
                                .pspReference()
                                .filter(askedSales::contains)
                                .isPresent());
        List<SalePage.Fetched> sold = Stream.concat(sales.stream(), found)
                .filter(row -> row.sale().businessDate().equals(date))
                .toList();
        return new SalePage(
                salesReports.getOrDefault(date, UnaryOperator.identity()).apply(sold), Optional.empty(), false);
    }

    @Override
    public List<SalePage.Fetched> salesOfTransaction(LedgerId of, String pspReference) {
        askForSale(pspReference);
        return lookups.stream()
                .filter(told -> told.sale().pspReference().equals(Optional.of(pspReference)))
                .toList();
    }

    @Override
    public List<SalePage.Fetched> salesOfOrder(LedgerId of, String reference) {
        askForSale(reference);
        return lookups.stream()
                .filter(told -> told.sale().reference().equals(reference))
                .toList();
    }

    private void askForSale(String name) {
        askedSales.add(name);
        if (!answersAboutSales) {
            throw new SourceUnavailable(
                    Reason.BUSY, "No answer", new Trouble(Trouble.Code.BUSY, List.of("Vipps", "nothing", name)));
        }
    }

    private static <T> List<T> rest(List<T> rows, Optional<String> cursor) {
        return List.copyOf(rows.subList(cursor.map(Integer::parseInt).orElse(0), rows.size()));
    }
}
