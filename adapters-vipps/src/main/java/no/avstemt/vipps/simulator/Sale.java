package no.avstemt.vipps.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was sold in a movement; amount, time and references are the movement's. */
record Sale(Solution solution, Optional<String> category, List<SaleLine> lines) {

    /** How it was sold, and when Vipps began to keep such sales (seed 002, "Historical data availability"). */
    enum Solution {
        VARIABLE_AMOUNT("2026-03-16T09:28:00Z"),
        SHOPPING_BASKET("2026-04-22T11:04:00Z");

        private final long floorMicros;

        Solution(String floor) {
            floorMicros = Oslo.micros(Instant.parse(floor));
        }

        boolean covers(long micros) {
            return micros >= floorMicros;
        }
    }

    Sale {
        lines = List.copyOf(lines);
    }

    static Sale openAmount(Optional<String> category) {
        return new Sale(Solution.VARIABLE_AMOUNT, category, List.of());
    }

    static Sale basket(List<SaleLine> lines) {
        return new Sale(Solution.SHOPPING_BASKET, Optional.empty(), lines);
    }

    Sale negated() {
        return new Sale(
                solution, category, lines.stream().map(SaleLine::negated).toList());
    }

    boolean isItemised() {
        return !lines.isEmpty();
    }

    boolean hasVat() {
        return isItemised() && lines.stream().allMatch(line -> line.vatRate().isPresent());
    }

    long lineTotal() {
        return lines.stream().mapToLong(SaleLine::totalGross).sum();
    }
}
