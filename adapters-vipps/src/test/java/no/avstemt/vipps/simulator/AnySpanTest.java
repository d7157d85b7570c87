package no.avstemt.vipps.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnySpanTest {
    private static final LocalDate UNTIL = LocalDate.parse("2026-11-20");

    /** Ends on every day of a week, so that a world of one day is a Sunday too. */
    static Stream<Arguments> worlds() {
        return IntStream.of(1, 2, 40)
                .boxed()
                .flatMap(days -> IntStream.range(0, 7)
                        .mapToObj(later -> Arguments.of(days, UNTIL.plusDays(later), 1 + later % 3)));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void every_ledger_holds_together_in_a_world_of(int days, LocalDate until, int volume) {
        SimulatorSettings settings = new SimulatorSettings(0, 3, days, until, volume);
        Set<String> ids = new HashSet<>();
        List<Ledger> ledgers = new ArrayList<>(Merchants.ledgers(settings.world()));
        ledgers.addAll(Merchants.ledgers(settings.world(), Merchants.MORE));
        for (Ledger ledger : ledgers) {
            long funds = 0;
            long fees = 0;
            for (LocalDate date : settings.first().datesUntil(until.plusDays(1)).toList()) {
                LedgerDay day = ledger.day(date);
                funds = assertChain(day.funds(), funds);
                fees = assertChain(day.fees(), fees);
            }

            assertEquals(funds, ledger.closing().funds());
            assertEquals(fees, ledger.closing().fees());
            assertTrue(ids.add(ledger.identity().ledgerId()));
            assertTrue(ids.add("slot " + ledger.identity().slot()));
        }
    }

    private static long assertChain(List<Entry> entries, long opening) {
        long balance = opening;
        for (Entry entry : entries) {
            assertEquals(balance, entry.balanceBefore());
            balance = entry.balanceAfter();
        }
        return balance;
    }
}
