package no.avstemt.vipps.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What a shop has for sale, with VAT on every line: a basket is one to {@code most} of it. */
record Shelf(int most, List<SaleLine> items) {

    Shelf(int most, SaleLine... items) {
        this(most, List.of(items));
    }

    /** {@code price} with VAT in øre, {@code vatRate} in hundredths of a percent. */
    static SaleLine item(String name, long price, int vatRate, String category) {
        return new SaleLine(name, 1, price, 0, OptionalInt.of(vatRate), category);
    }

    Sale basket(Dice dice) {
        return Sale.basket(lines(dice));
    }

    List<SaleLine> lines(Dice dice) {
        List<SaleLine> lines = new ArrayList<>();
        for (int i = dice.between(1, most); i > 0; i--) {
            SaleLine item = dice.pick(items);
            int quantity = dice.oneIn(5) ? 2 : 1;
            lines.add(new SaleLine(item.name(), quantity, item.unitPriceGross(), 0, item.vatRate(), item.category()));
        }
        return lines;
    }
}
