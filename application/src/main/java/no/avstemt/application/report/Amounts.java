package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Amounts side by side, in øre, as a row of a statement has them; sums that do not fit fail. */
record Amounts(List<Long> ore) {

    Amounts {
        ore = List.copyOf(ore);
    }

    static Amounts zeros(int count) {
        return new Amounts(Collections.nCopies(count, 0L));
    }

    long at(int place) {
        return ore.get(place);
    }

    Amounts plus(Amounts other) {
        List<Long> sums = new ArrayList<>();
        for (int place = 0; place < ore.size(); place++) {
            sums.add(Math.addExact(ore.get(place), other.ore.get(place)));
        }
        return new Amounts(sums);
    }

    Amounts plus(int place, long more) {
        List<Long> sums = new ArrayList<>(ore);
        sums.set(place, Math.addExact(sums.get(place), more));
        return new Amounts(sums);
    }

    /** @param sign 1 or −1 */
    Amounts signed(int sign) {
        return sign > 0 ? this : new Amounts(ore.stream().map(Math::negateExact).toList());
    }

    /** Of the places from one to before another. */
    long sum(int from, int end) {
        return ore.subList(from, end).stream().reduce(0L, Math::addExact);
    }

    boolean isZero() {
        return ore.stream().allMatch(amount -> amount == 0);
    }
}
