package no.avstemt.domain.posting;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.chart.ChartOfAccounts;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.currency.ExchangeRates;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.SettlementEntry;

/**
 * How one ledger of one client is booked.
 *
 * @param rates of the ledger's currency
 */
public record LedgerBooks(
        LedgerId ledger,
        List<SalesUnit> units,
        VatRegistration vat,
        ChartOfAccounts chart,
        PostedTexts texts,
        PostingTerms terms,
        ExchangeRates rates) {

    public LedgerBooks {
        units = List.copyOf(units);
    }

    /** By the standard rules. */
    public LedgerBooks(
            LedgerId ledger, List<SalesUnit> units, VatRegistration vat, ChartOfAccounts chart, PostedTexts texts) {
        this(ledger, units, vat, chart, texts, PostingTerms.STANDARD);
    }

    /** In kroner. */
    public LedgerBooks(
            LedgerId ledger,
            List<SalesUnit> units,
            VatRegistration vat,
            ChartOfAccounts chart,
            PostedTexts texts,
            PostingTerms terms) {
        this(ledger, units, vat, chart, texts, terms, ExchangeRates.KRONER);
    }

    /** The same in another currency. */
    public LedgerBooks valuedBy(ExchangeRates otherRates) {
        return new LedgerBooks(ledger, units, vat, chart, texts, terms, otherRates);
    }

    public Currency currency() {
        return rates.currency();
    }

    /** @throws IllegalStateException when there is no rate for the day, which then cannot be booked */
    Valuation valuedOn(LocalDate day) {
        return rates.areOfKroner()
                ? Valuation.OF_KRONER
                : rates.perUnit(day)
                        .map(rate -> new Valuation(rates.currency(), rate))
                        .orElseThrow(() -> new IllegalStateException("No rate of " + rates.currency() + " for " + day));
    }

    /** By the part of the handle after its prefix, inside this ledger; a ledger's only unit where Vipps names none. */
    public Optional<SalesUnit> unitOf(SettlementEntry entry) {
        if (entry.recipientHandle().isEmpty()) {
            return units.size() == 1 ? Optional.of(units.get(0)) : Optional.empty();
        }
        String number = SalesUnit.numberOf(entry.recipientHandle().get());
        return units.stream().filter(unit -> unit.number().equals(number)).findFirst();
    }

    /**
     * The unit that sales without a money row are booked for; none where all units are booked elsewhere. Vipps does not tell
     * the unit of a sale, so of several that are booked from Vipps it is the ledger's first.
     */
    public Optional<SalesUnit> unitOfSales() {
        return units.stream()
                .filter(unit -> unit.salesBookedFrom() == SalesUnit.BookedFrom.VIPPS)
                .findFirst();
    }
}
