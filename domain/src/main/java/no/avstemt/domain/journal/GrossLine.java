package no.avstemt.domain.journal;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionSet;

/**
 * A line as it stands on a voucher: its tax is in its amount, and {@link TaxLines} makes the lines of it.
 *
 * @param amount minor units of {@code currency}; debit positive, credit negative
 * @param exchangeRate kroner for one unit of the currency; 1 for NOK
 * @param apart where the tax stands on another line already, so that nothing is taken out of the amount
 */
public record GrossLine(
        Optional<AccountCode> account,
        long amount,
        Currency currency,
        BigDecimal exchangeRate,
        Optional<String> taxCode,
        Optional<Apart> apart,
        DimensionSet dimensions,
        String description) {

    /** @param taxBase,taxAmount øre in ledger sign */
    public record Apart(long taxBase, long taxAmount) {}

    DraftLine line(Optional<AccountCode> on, long part, Exchange exchange, DimensionSet about) {
        return new DraftLine(
                on,
                exchange.inOre(currency, part, exchangeRate),
                currency,
                part,
                exchangeRate,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                about,
                description);
    }
}
