package no.avstemt.domain.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits whole minor units by weight (largest remainder), so that the parts always add up to the whole. */
public final class Split {

    private Split() {}

    /** @throws IllegalArgumentException when a weight is negative or all are zero */
    public static List<Long> of(long amount, List<Long> weights) {
        BigInteger total = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() <= 0 || weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("Weights must not be negative, nor all zero: " + weights);
        }
        List<Long> parts = new ArrayList<>();
        List<BigInteger> lost = new ArrayList<>();
        long rest = amount;
        for (long weight : weights) {
            BigInteger[] quotient = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(weight))
                    .divideAndRemainder(total);
            parts.add(quotient[0].longValueExact());
            lost.add(quotient[1].abs());
            rest = Math.subtractExact(rest, quotient[0].longValueExact());
        }
        handOut(parts, lost, rest);
        return List.copyOf(parts);
    }

    private static void handOut(List<Long> parts, List<BigInteger> lost, long rest) {
        List<Integer> byLoss = IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer index) -> lost.get(index)).reversed())
                .toList();
        for (int given = 0; given < Math.abs(rest); given++) {
            int index = byLoss.get(given);
            parts.set(index, parts.get(index) + Long.signum(rest));
        }
    }
}
