package no.avstemt.application.watch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.settlement.Completeness;
import no.avstemt.application.settlement.EntryPage;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Oslo;
import no.avstemt.domain.time.Period;
import no.avstemt.domain.watch.Silence;

/**
 * Asks Vipps about a ledger that is silent on days that always have sales. What was told of the last sale's day is not told any
 * more: then there is no access, whatever the list says. A silent day is closed: then nobody sold. Else the report is late.
 */
public final class WatchSilence {

    /** Beside {@link WatchLinks#ACCESS}, which comes of the list. */
    static final String NO_DATA = "no-data";

    private static final String LATE = "late";

    private final UnitOfWork unit;
    private final Clock clock;

    public WatchSilence(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** May throw {@link no.avstemt.application.settlement.SourceUnavailable}. */
    public void run(SettlementSource source, ClientAccountId client, OwnLedger ledger) {
        Optional<Silence> silence = unit.read(Set.of(client), stores -> silence(stores, client, ledger));
        boolean lost = silence.filter(quiet -> isEmpty(source, ledger.id(), quiet.lastSale()))
                .isPresent();
        boolean late = !lost
                && silence.filter(quiet -> quiet.latest().stream().noneMatch(day -> isEmpty(source, ledger.id(), day)))
                        .isPresent();
        unit.write(Set.of(client), stores -> {
            tell(stores, client, ledger, FindingCode.ACCESS_LOST, NO_DATA, silence.filter(quiet -> lost));
            tell(stores, client, ledger, FindingCode.REPORT_DELAYED, LATE, silence.filter(quiet -> late));
            return true;
        });
    }

    private Optional<Silence> silence(Stores stores, ClientAccountId client, OwnLedger ledger) {
        LocalDate ended = Completeness.endedTo(ledger.cutoff(), clock.instant());
        return stores.watch()
                .lastSale(client, ledger.id())
                .flatMap(last -> Silence.of(
                        last,
                        stores.watch()
                                .sales(
                                        client,
                                        ledger.id(),
                                        new Period(last.minusDays(Silence.PATTERN_DAYS), last),
                                        Silence.COUNTED),
                        ended));
    }

    /** Whether Vipps has closed the date, and tells nothing on it. */
    private static boolean isEmpty(SettlementSource source, LedgerId ledger, LocalDate day) {
        EntryPage page = source.date(ledger, Topic.FUNDS, day, Optional.empty());
        return page.items().isEmpty() && !page.tryLater() && !page.more();
    }

    private void tell(
            Stores stores,
            ClientAccountId client,
            OwnLedger ledger,
            FindingCode code,
            String subject,
            Optional<Silence> silence) {
        List<Finding> found = silence.stream()
                .map(quiet -> new Finding(
                        code,
                        ledger.id(),
                        Oslo.today(clock),
                        subject,
                        new Money(0, Currency.getInstance(ledger.currency())),
                        Map.of("since", quiet.lastSale().toString())))
                .toList();
        Set<String> still = found.stream().map(Finding::subject).collect(Collectors.toCollection(TreeSet::new));
        if (code == FindingCode.ACCESS_LOST) {
            still.add(WatchLinks.ACCESS);
        }
        stores.findings().closeAllBut(client, ledger.id(), code, Period.EVER, still, clock.instant());
        stores.findings().open(client, found, clock.instant());
    }
}
