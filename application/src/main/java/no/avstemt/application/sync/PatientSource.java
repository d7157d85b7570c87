package no.avstemt.application.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import no.avstemt.application.sale.SalePage;
import no.avstemt.application.settlement.EntryPage;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.application.settlement.SourceUnavailable.Reason;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;

/**
 * A source of one ledger that is asked no more once its slow answers have taken too long together, so that other ledgers
 * get their turn. What it answered stands. One thread at a time.
 */
final class PatientSource implements SettlementSource {

    /** An answer that takes longer is counted: its question was tried again and again, or it drips. */
    private static final Duration SLOW = Duration.ofSeconds(5);

    /** For the slow answers together. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final SettlementSource source;
    private final LedgerId ledger;
    private final Clock clock;
    private Duration waited = Duration.ZERO;

    PatientSource(SettlementSource source, LedgerId ledger, Clock clock) {
        this.source = source;
        this.ledger = ledger;
        this.clock = clock;
    }

    private <T> T timed(Supplier<T> question) {
        if (waited.compareTo(PATIENCE) > 0) {
            throw new SourceUnavailable(
                    Reason.BUSY,
                    "Vipps answers so slowly for ledger " + ledger + " that it has to wait, so that other ledgers"
                            + " get their turn. What has come is stored, and the rest is asked for again.",
                    new Trouble(Trouble.Code.SLOW, List.of(ledger.value())));
        }
        Instant before = clock.instant();
        T answer = question.get();
        Duration took = Duration.between(before, clock.instant());
        waited = took.compareTo(SLOW) > 0 ? waited.plus(took) : waited;
        return answer;
    }

    @Override
    public List<Ledger> ledgers() {
        return timed(source::ledgers);
    }

    @Override
    public EntryPage feed(LedgerId of, Topic topic, Optional<String> cursor) {
        return timed(() -> source.feed(of, topic, cursor));
    }

    @Override
    public EntryPage date(LedgerId of, Topic topic, LocalDate date, Optional<String> cursor) {
        return timed(() -> source.date(of, topic, date, cursor));
    }

    @Override
    public SalePage sales(LedgerId of, Optional<String> cursor) {
        return timed(() -> source.sales(of, cursor));
    }

    @Override
    public SalePage sales(LedgerId of, LocalDate date, Optional<String> cursor) {
        return timed(() -> source.sales(of, date, cursor));
    }

    @Override
    public List<SalePage.Fetched> salesOfTransaction(LedgerId of, String pspReference) {
        return timed(() -> source.salesOfTransaction(of, pspReference));
    }

    @Override
    public List<SalePage.Fetched> salesOfOrder(LedgerId of, String reference) {
        return timed(() -> source.salesOfOrder(of, reference));
    }
}
