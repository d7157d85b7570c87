package no.avstemt.vipps.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was sold in a movement; amount, time and references are the movement's. */
record Sale(Solution solution, Payment payment, Optional<String> category, List<SaleLine> lines) {

    /** How it was sold, and when Vipps began to keep such sales (seed 002, "Historical data availability"). */
    enum Solution {
        MPOS("2026-03-09T12:45:00Z"),
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

    /** What it was paid with; {@code paymentType} at Vipps. */
    enum Payment {
        WALLET,
        CARD,
        CASH
    }

    Sale {
        lines = List.copyOf(lines);
    }

    static Sale openAmount(Optional<String> category) {
        return new Sale(Solution.VARIABLE_AMOUNT, Payment.WALLET, category, List.of());
    }

    static Sale basket(List<SaleLine> lines) {
        return new Sale(Solution.SHOPPING_BASKET, Payment.WALLET, Optional.empty(), lines);
    }

    static Sale atTill(Payment payment, List<SaleLine> lines) {
        return new Sale(Solution.MPOS, payment, Optional.empty(), lines);
    }

    Sale negated() {
        return new Sale(
                solution,
                payment,
                category,
                lines.stream().map(SaleLine::negated).toList());
    }

    boolean isItemised() {
        return !lines.isEmpty();
    }

    boolean hasVat() {
        return isItemised() && lines.stream().allMatch(line -> line.vatRate().isPresent());
    }

    long lineTotal() {
        long total = 0;
        for (SaleLine line : lines) {
            total += line.totalGross();
        }
        return total;
    }
}
