package no.avstemt.domain.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.avstemt.domain.Given;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.posting.Granularities.Choice;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;
import org.junit.jupiter.api.Test;

final class GranularitiesTest {

    private static final Granularities PER_PAYOUT =
            new Granularities(List.of(new Choice(LocalDate.EPOCH, Granularity.PER_PAYOUT)));

    @Test
    void before_the_first_choice_it_is_per_date_and_each_holds_from_its_date_on() {
        Granularities chosen = new Granularities(List.of(
                new Choice(day(2, 10), Granularity.PER_PAYOUT), new Choice(day(1, 10), Granularity.PER_TRANSACTION)));

        assertEquals(Granularity.PER_DATE, chosen.on(day(1, 9)));
        assertEquals(Granularity.PER_TRANSACTION, chosen.on(day(1, 10)));
        assertEquals(Granularity.PER_TRANSACTION, chosen.on(day(2, 9)));
        assertEquals(Granularity.PER_PAYOUT, chosen.on(day(2, 10)));
        assertEquals(Granularity.PER_PAYOUT, chosen.latest());
    }

    @Test
    void a_span_closes_at_a_payout_and_where_a_month_ends_and_the_rest_waits() {
        Period complete = new Period(day(1, 27), day(2, 9));
        Spans closed = PER_PAYOUT.closed(complete, Set.of(day(1, 29), day(2, 5)));

        assertEquals(
                List.of(
                        new Period(day(1, 27), day(1, 29)),
                        new Period(day(1, 30), day(1, 31)),
                        new Period(day(2, 1), day(2, 5))),
                closed.endedBy(day(2, 9)));
        assertEquals(Optional.of(new Period(day(1, 27), day(2, 5))), PER_PAYOUT.bookable(complete, closed));
        assertEquals(day(1, 31), closed.end(day(1, 30)));
        assertEquals(day(2, 6), closed.end(day(2, 6)));
    }

    @Test
    void nothing_is_bookable_before_the_first_payout() {
        Period complete = new Period(day(2, 1), day(2, 9));

        assertEquals(Optional.empty(), PER_PAYOUT.bookable(complete, PER_PAYOUT.closed(complete, Set.of())));
    }

    @Test
    void a_span_closes_before_another_choice_and_dates_after_it_do_not_wait() {
        Granularities chosen = new Granularities(
                List.of(new Choice(day(2, 3), Granularity.PER_PAYOUT), new Choice(day(2, 7), Granularity.PER_DATE)));
        Period complete = new Period(day(2, 1), day(2, 9));
        Spans closed = chosen.closed(complete, Set.of());

        assertEquals(List.of(new Period(day(2, 3), day(2, 6))), closed.endedBy(day(2, 9)));
        assertEquals(Optional.of(complete), chosen.bookable(complete, closed));
    }

    @Test
    void a_transaction_is_known_by_its_reference_at_vipps_then_by_its_order_else_it_stands_alone() {
        Granularities chosen = new Granularities(List.of(new Choice(LocalDate.EPOCH, Granularity.PER_TRANSACTION)));
        List<StoredEntry> entries = List.of(
                stored(1, "a", "order"),
                stored(2, "", "order"),
                stored(3, "a", "other"),
                stored(4, "", ""),
                stored(5, "", "order"),
                stored(6, "", ""));

        assertEquals(
                List.of("a [1, 3]", "order [2, 5]", " [4]", " [6]"),
                new Batches(chosen, Spans.NONE)
                        .of(entries).stream().map(GranularitiesTest::told).toList());
    }

    private static String told(Batch batch) {
        return batch.transaction().orElse("") + " "
                + batch.entries().stream().map(StoredEntry::id).toList();
    }

    private static StoredEntry stored(long id, String psp, String order) {
        SettlementEntry entry = new SettlementEntry(
                Given.LEDGER,
                Topic.FUNDS,
                "capture",
                day(2, 1),
                day(2, 1).atTime(12, 0).toInstant(ZoneOffset.UTC),
                Money.ofOre(100),
                0,
                100,
                text(psp),
                text(order),
                Optional.empty());
        return new StoredEntry(id, entry);
    }

    private static Optional<String> text(String text) {
        return Stream.of(text).filter(each -> !each.isEmpty()).findFirst();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }
}
