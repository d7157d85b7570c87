package no.avstemt.domain.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.dimension.DimensionSet;

/**
 * Makes the lines of value added tax out of lines that hold it, and puts them together again. What is taken out of a line
 * is all that stands on the others, so the sum stays to the øre.
 *
 * @param accounts where tax is booked in the client's chart
 */
public record TaxLines(Map<AccountRole, AccountCode> accounts) {

    public TaxLines {
        accounts = Map.copyOf(accounts);
    }

    /** The lines that are posted for each line of a voucher, in its order; each begins with the line itself. */
    public List<List<DraftLine>> split(List<GrossLine> lines, LocalDate date) {
        Exchange exchange = new Exchange();
        return lines.stream().map(line -> split(line, date, exchange)).toList();
    }

    private List<DraftLine> split(GrossLine line, LocalDate date, Exchange exchange) {
        Optional<TaxCode> code = line.taxCode().flatMap(TaxCode::of);
        if (code.isEmpty() || line.apart().isPresent()) {
            return List.of(whole(line, exchange));
        }
        return switch (code.get().calculation()) {
            case NONE -> List.of(whole(line, exchange));
            case ALONE -> List.of(alone(line, exchange));
            case INCLUDED -> included(line, code.get(), date, exchange);
            case REVERSE -> reverse(line, code.get(), date, exchange);
        };
    }

    /** A code that nobody knows stays, so that the rules can refuse it. */
    private static DraftLine whole(GrossLine line, Exchange exchange) {
        DraftLine whole = line.line(line.account(), line.amount(), exchange, line.dimensions());
        return line.taxCode()
                .map(code -> whole.withTax(
                        code,
                        line.apart().map(GrossLine.Apart::taxBase),
                        line.apart().map(GrossLine.Apart::taxAmount)))
                .orElse(whole);
    }

    /** In a currency whose rate is not known yet, neither are base and tax. */
    private static DraftLine with(TaxCode code, long tax, DraftLine base) {
        return EntryRules.lacksRate(base)
                ? base.withTax(code.code(), Optional.empty(), Optional.empty())
                : base.withTax(code.code(), Optional.of(base.amount()), Optional.of(tax));
    }

    private static DraftLine alone(GrossLine line, Exchange exchange) {
        DraftLine whole = line.line(line.account(), line.amount(), exchange, line.dimensions());
        return whole.withTax(line.taxCode().orElseThrow(), Optional.of(0L), Optional.of(whole.amount()));
    }

    private List<DraftLine> included(GrossLine line, TaxCode code, LocalDate date, Exchange exchange) {
        long tax = code.taxInGross(line.amount(), date);
        Optional<AccountCode> account = code.tax().map(accounts::get);
        if (tax == 0 || account.isEmpty()) {
            return List.of(with(code, 0, line.line(line.account(), line.amount(), exchange, line.dimensions())));
        }
        DraftLine base = line.line(line.account(), Math.subtractExact(line.amount(), tax), exchange, line.dimensions());
        DraftLine taken = line.line(account, tax, exchange, DimensionSet.NONE);
        return List.of(with(code, taken.amount(), base), taken);
    }

    /** The buyer owes the tax on top, always in kroner; what is not deducted of it is part of the cost. */
    private List<DraftLine> reverse(GrossLine line, TaxCode code, LocalDate date, Exchange exchange) {
        DraftLine base = line.line(line.account(), line.amount(), exchange, line.dimensions());
        long tax = EntryRules.beyond(base.amount()) ? 0 : code.taxOnTop(base.amount(), date);
        Optional<AccountCode> owed = code.outputTax().map(accounts::get);
        Optional<AccountCode> borne = code.isDeductible() ? code.inputTax().map(accounts::get) : line.account();
        if (tax == 0 || owed.isEmpty() || borne.isEmpty()) {
            return List.of(with(code, 0, base));
        }
        DimensionSet about = code.isDeductible() ? DimensionSet.NONE : line.dimensions();
        DraftLine cost = DraftLine.inKroner(borne, tax, about, line.description());
        DraftLine debt = DraftLine.inKroner(owed, Math.negateExact(tax), DimensionSet.NONE, line.description());
        return List.of(with(code, tax, base), cost, debt);
    }

    /** The voucher of which these are the lines. Tax that was booked otherwise than we would stays on its own line. */
    public List<GrossLine> joined(List<DraftLine> lines, LocalDate date) {
        List<GrossLine> joined = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            List<DraftLine> rest = lines.subList(at, lines.size());
            Optional<GrossLine> gross = first(rest, date);
            joined.add(gross.orElseGet(() -> apart(TaxOfLine.completed(rest.get(0), date))));
            at += gross.map(found -> split(found, date, new Exchange()).size()).orElse(1);
        }
        return joined;
    }

    private Optional<GrossLine> first(List<DraftLine> lines, LocalDate date) {
        DraftLine base = lines.get(0);
        Optional<TaxCode> code = base.taxCode().flatMap(TaxCode::of);
        if (code.isEmpty()) {
            return Optional.of(gross(base, base.currencyAmount(), Optional.empty()));
        }
        boolean holds = code.get().calculation() == TaxCode.Calculation.INCLUDED
                && lines.size() > 1
                && base.taxAmount().filter(tax -> tax == 0).isEmpty();
        long amount =
                holds ? Math.addExact(base.currencyAmount(), lines.get(1).currencyAmount()) : base.currencyAmount();
        GrossLine gross = gross(base, amount, Optional.empty());
        List<DraftLine> made = split(gross, date, new Exchange());
        boolean same = made.size() <= lines.size();
        for (int i = 0; same && i < made.size(); i++) {
            same = isSame(made.get(i), lines.get(i))
                    && lines.get(i).description().equals(base.description());
        }
        return same ? Optional.of(gross) : Optional.empty();
    }

    /** Kroner of a foreign currency may be an øre off: they are rounded over all lines of an entry. */
    private static boolean isSame(DraftLine made, DraftLine line) {
        return made.account().equals(line.account())
                && made.currencyAmount() == line.currencyAmount()
                && made.currency().equals(line.currency())
                && made.exchangeRate().compareTo(line.exchangeRate()) == 0
                && made.taxCode().equals(line.taxCode())
                && (made.taxAmount().orElse(0L) == 0) == (line.taxAmount().orElse(0L) == 0)
                && made.dimensions().equals(line.dimensions());
    }

    private static GrossLine apart(DraftLine line) {
        return gross(
                line,
                line.currencyAmount(),
                Optional.of(new GrossLine.Apart(
                        line.taxBase().orElse(line.amount()), line.taxAmount().orElse(0L))));
    }

    private static GrossLine gross(DraftLine line, long amount, Optional<GrossLine.Apart> apart) {
        return new GrossLine(
                line.account(),
                amount,
                line.currency(),
                line.exchangeRate(),
                line.taxCode(),
                apart,
                line.dimensions(),
                line.description());
    }
}
