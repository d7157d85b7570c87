package no.avstemt.application.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.sale.SalePage;
import no.avstemt.application.settlement.DateCheckStore.Sum;
import no.avstemt.application.settlement.ImportLedger;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Oslo;

/**
 * Sales of one date against Vipps's report of it. A sale that we lack is stored where its transaction is not known; one
 * without a transaction may be another one changed, and is only told. Of what the report lacks the number and the sum are
 * told.
 */
final class SalesOfDate {

    /**
     * Vipps gives sales no ledger date. Where nobody has said when the ledger's dates end, sales between these hours are of the
     * same date whatever the cutoff.
     */
    private static final LocalTime SURE_FROM = LocalTime.of(6, 0);

    private static final LocalTime SURE_UNTIL = LocalTime.of(23, 0);

    /** Where somebody has, sales this near to it may be of either date. */
    private static final Duration UNSURE = Duration.ofMinutes(30);

    private static final int MOST_NAMED = 100;

    private final UnitOfWork unit;
    private final ImportLedger importLedger;
    private final SettlementSource source;
    private final ClientAccountId client;
    private final OwnLedger ledger;
    private final LocalDate date;
    private final Instant from;
    private final Instant until;
    private final List<Finding> found = new ArrayList<>();
    private final List<SalePage.Fetched> missing = new ArrayList<>();
    private long rows;
    private long sure;
    private long sureAmount;

    SalesOfDate(
            UnitOfWork unit,
            ImportLedger importLedger,
            SettlementSource source,
            ClientAccountId client,
            OwnLedger ledger,
            LocalDate date) {
        this.unit = unit;
        this.importLedger = importLedger;
        this.source = source;
        this.client = client;
        this.ledger = ledger;
        this.date = date;
        boolean isKnown = !ledger.cutoff().equals(LocalTime.MIDNIGHT);
        this.from = isKnown ? ends(date).plus(UNSURE) : at(date, SURE_FROM);
        this.until = isKnown ? ends(date.plusDays(1)).minus(UNSURE) : at(date, SURE_UNTIL);
    }

    /** When the date before this one ends. */
    private Instant ends(LocalDate day) {
        return at(day, ledger.cutoff());
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Oslo.ZONE).toInstant();
    }

    DateOutcome compare() {
        Optional<String> cursor = Optional.empty();
        SalePage page;
        do {
            page = source.sales(ledger.id(), date, cursor);
            if (page.tryLater()) {
                return DateOutcome.OPEN;
            }
            compare(page.items());
            cursor = page.cursor();
        } while (page.more());
        compareSums();
        storeMissing();
        return DateOutcome.compared(rows, found);
    }

    private void compare(List<SalePage.Fetched> page) {
        List<Sale> told = page.stream().map(SalePage.Fetched::sale).toList();
        List<Optional<StoredSale>> stored = told.isEmpty()
                ? List.of()
                : unit.read(Set.of(client), stores -> stores.dateChecks().stored(client, told));
        for (int i = 0; i < told.size(); i++) {
            compare(page.get(i), stored.get(i));
        }
        rows += told.size();
    }

    private void compare(SalePage.Fetched told, Optional<StoredSale> ours) {
        Sale sale = told.sale();
        if (ours.isEmpty()) {
            keep(told);
            return;
        }
        if (!sale.time().isBefore(from) && sale.time().isBefore(until)) {
            sure++;
            sureAmount = Math.addExact(sureAmount, signed(ours.get().sale()));
        }
        if (!amounts(sale).equals(amounts(ours.get().sale())) && found.size() < MOST_NAMED) {
            found.add(changed(ours.get(), sale));
        }
    }

    /** The first of them are named, and stored if they may be; more come with the next comparison. */
    private void keep(SalePage.Fetched told) {
        if (missing.size() < MOST_NAMED) {
            missing.add(told);
        }
    }

    private static List<Object> amounts(Sale sale) {
        List<Object> amounts = new ArrayList<>(List.of(sale.gross(), sale.net(), sale.vat()));
        sale.lines().forEach(line -> amounts.add(List.of(line.gross(), line.net(), line.vatRate(), line.vat())));
        return amounts;
    }

    private static long signed(Sale sale) {
        return sale.kind() == Sale.Kind.REFUND ? Math.negateExact(sale.total()) : sale.total();
    }

    private Finding changed(StoredSale ours, Sale theirs) {
        Sale sale = ours.sale();
        return finding(
                FindingCode.SALE_CHANGED,
                Finding.subjectOfSale(ours.id()),
                Math.subtractExact(signed(theirs), signed(sale)),
                Map.of(
                        "psp",
                        sale.pspReference().orElse(""),
                        "reference",
                        sale.reference(),
                        "ours",
                        Long.toString(sale.total()),
                        "theirs",
                        Long.toString(theirs.total())));
    }

    /** By number, since a sale at night may stand in the report of the date before. */
    private void compareSums() {
        Sum stored = unit.read(Set.of(client), stores -> stores.dateChecks().sales(client, ledger.id(), from, until));
        if (stored.count() != sure) {
            found.add(finding(
                    FindingCode.REPORT_DIFFERS,
                    "sales/" + date,
                    Math.subtractExact(sureAmount, stored.amount()),
                    Map.of(
                            "topic",
                            "sales",
                            "difference",
                            "fewer",
                            "ours",
                            Long.toString(stored.count()),
                            "theirs",
                            Long.toString(sure))));
        }
    }

    private void storeMissing() {
        LedgerId id = ledger.id();
        for (SalePage.Fetched told : missing) {
            Sale sale = told.sale();
            boolean isNew = sale.pspReference()
                    .filter(psp ->
                            unit
                                    .read(
                                            Set.of(client),
                                            stores -> stores.sales().byPspReference(client, id, Set.of(psp)))
                                    .stream()
                                    .noneMatch(other -> other.kind() == sale.kind()))
                    .isPresent();
            boolean stored = isNew && importLedger.addPassedOver(client, id, List.of(told)) > 0;
            Map<String, String> about = new HashMap<>();
            about.put("topic", "sales");
            about.put("psp", sale.pspReference().orElse(sale.reference()));
            about.put("reference", sale.reference());
            about.put("difference", stored ? "stored" : "missing");
            found.add(finding(FindingCode.REPORT_DIFFERS, subject(sale), signed(sale), about));
        }
    }

    private static String subject(Sale sale) {
        return String.join(
                "/",
                "sales",
                sale.pspReference().orElse(""),
                sale.reference(),
                sale.kind().name(),
                sale.time().toString());
    }

    private Finding finding(FindingCode code, String subject, long amount, Map<String, String> about) {
        Map<String, String> all = new HashMap<>(about);
        all.put("topic", "sales");
        return new Finding(
                code, ledger.id(), date, subject, new Money(amount, Currency.getInstance(ledger.currency())), all);
    }
}
