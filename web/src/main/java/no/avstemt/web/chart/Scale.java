package no.avstemt.web.chart;

import java.util.List;
import java.util.stream.LongStream;
import no.avstemt.web.text.Formats;

/**
 * Three hairlines with figures that people say. Where nothing is below zero: the top, its half, and zero; else the top,
 * zero, and as far below as is needed, a quarter or all of the top.
 *
 * @param top,middle,bottom øre
 */
record Scale(long top, long middle, long bottom) {

    static final int HEIGHT = 1000;

    private static final long HUNDRED_KRONER = 10_000;

    static Scale over(LongStream amounts) {
        long[] all = amounts.toArray();
        long highest = Math.max(HUNDRED_KRONER, LongStream.of(all).max().orElse(0));
        long deepest = -Math.min(0, LongStream.of(all).min().orElse(0));
        if (deepest == 0) {
            long top = said(highest);
            return new Scale(top, top / 2, 0);
        }
        long shallow = said(highest);
        if (deepest <= shallow / 4) {
            return new Scale(shallow, 0, -shallow / 4);
        }
        long top = said(Math.max(highest, deepest));
        return new Scale(top, 0, -top);
    }

    /** The first of 2, 4, 6, 8 and 10 times a power of ten that is not below it. */
    private static long said(long amount) {
        long power = HUNDRED_KRONER / 10;
        while (power * 10 < amount) {
            power *= 10;
        }
        long step = 2 * power;
        return (amount + step - 1) / step * step;
    }

    long y(long amount) {
        return Math.floorDiv((top - amount) * HEIGHT, top - bottom);
    }

    /** Whether the lower part is a quarter of the upper: its labels stand accordingly. */
    boolean isShallow() {
        return bottom < 0 && bottom > -top;
    }

    List<String> labels(Formats formats) {
        return LongStream.of(top, middle, bottom)
                .mapToObj(amount -> formats.count(amount / 100))
                .toList();
    }
}
