package no.avstemt.domain.journal;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import no.avstemt.domain.currency.ExchangeRates;

/**
 * Gives lines in another currency that came without a rate the one that the table has for the entry's date. Where it has
 * none they stay as they are, which {@link EntryRules} refuse.
 */
public final class LinesWithoutRate {

    private LinesWithoutRate() {}

    /** @param rates asked for currencies of lines that lack one */
    public static EntryDraft valued(EntryDraft draft, Function<Currency, ExchangeRates> rates) {
        Exchange exchange = new Exchange();
        List<DraftLine> lines = draft.lines().stream()
                .map(line -> lacksRate(line)
                        ? rates.apply(line.currency())
                                .perUnit(draft.date())
                                .map(rate -> valued(line, rate, exchange))
                                .orElse(line)
                        : line)
                .toList();
        return draft.with(lines);
    }

    private static boolean lacksRate(DraftLine line) {
        return line.exchangeRate().signum() == 0;
    }

    /** What comes to more than is taken is told as more than is taken, and refused for that. */
    private static long inOre(DraftLine line, BigDecimal rate, Exchange exchange) {
        long amount = line.currencyAmount();
        return EntryRules.beyond(amount, rate)
                ? Long.signum(amount) * (EntryRules.LARGEST_AMOUNT + 1)
                : exchange.inOre(line.currency(), amount, rate);
    }

    /** Kroner that were told stay, and the rules see whether the rate fits them. */
    private static DraftLine valued(DraftLine line, BigDecimal rate, Exchange exchange) {
        long amount = line.amount() == 0 ? inOre(line, rate, exchange) : line.amount();
        return new DraftLine(
                line.account(),
                amount,
                line.currency(),
                line.currencyAmount(),
                rate,
                line.taxCode(),
                line.taxBase(),
                line.taxAmount(),
                line.dimensions(),
                line.description());
    }
}
