package no.avstemt.domain.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.money.Split;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;

/**
 * Splits the magnitude of one capture or refund into base and VAT per code. Computed per settlement entry and rate on the
 * sum, half up, so that no granularity of booking changes a figure.
 *
 * @param shares add up to the amount
 * @param onDefault how much of the amount, VAT included, took the unit's default code for want of a rate
 * @param remarks what an accountant should see, each with the amount it explains
 */
record VatSplit(List<Share> shares, long onDefault, List<Remark> remarks) {

    record Remark(FindingCode code, long amount) {}

    VatSplit withRemark(Remark remark) {
        return new VatSplit(
                shares,
                onDefault,
                Stream.concat(remarks.stream(), Stream.of(remark)).toList());
    }

    /** What the sale tells, the unit's default for the rest. */
    static VatSplit ofSale(long amount, Sale sale, SalesUnit unit) {
        return ofSale(amount, sale, unit, SoldAs.standard(unit));
    }

    /** @param soldAs what the client account has decided about categories */
    static VatSplit ofSale(long amount, Sale sale, SalesUnit unit, SoldAs soldAs) {
        Map<Sold, List<SaleLine>> byCode = new LinkedHashMap<>();
        List<Remark> remarks = new ArrayList<>();
        long onDefault = 0;
        long told = 0;
        for (SaleLine line : sale.lines()) {
            Optional<CategoryRule> rule = soldAs.rule(sale, line);
            Optional<TaxCode> code = codeOf(line, rule, unit, sale);
            if (code.isEmpty() && rule.filter(VatSplit::needsNoCode).isEmpty()) {
                onDefault += line.gross();
                line.vatRate().ifPresent(rate -> remarks.add(new Remark(FindingCode.UNKNOWN_VAT_RATE, line.gross())));
            } else {
                byCode.computeIfAbsent(new Sold(rule.map(CategoryRule::account), code), key -> new ArrayList<>())
                        .add(line);
            }
            told = Math.addExact(told, line.gross());
        }
        long saleTotal = sale.lines().isEmpty()
                ? sale.gross().map(gross -> gross.minor()).orElse(amount)
                : told;
        Optional<CategoryRule> whole =
                soldAs.rule(sale).filter(rule -> sale.lines().isEmpty());
        List<Share> shares = new ArrayList<>();
        if (whole.isPresent()) {
            shares.add(soldAs.share(whole.get(), saleTotal, sale.businessDate()));
        } else {
            onDefault += saleTotal - told;
        }
        long remainder = Math.subtractExact(amount, saleTotal);
        if (remainder != 0) {
            remarks.add(new Remark(FindingCode.SALE_DIFFERS_FROM_CAPTURE, remainder));
        }
        byCode.forEach((sold, lines) -> shares.add(shareOf(sold, lines, sale)));
        if (onDefault + remainder != 0 || shares.isEmpty()) {
            shares.add(onDefaultCode(onDefault + remainder, unit, sale.businessDate()));
        }
        return new VatSplit(merged(shares), onDefault + remainder, summed(remarks));
    }

    /** The unit's default code for all of it. */
    static VatSplit ofDefault(long amount, SalesUnit unit, LocalDate day) {
        return new VatSplit(List.of(onDefaultCode(amount, unit, day)), amount, List.of());
    }

    /** No VAT at all: the client is not registered. A sale that carries VAT all the same is worth a look. */
    static VatSplit withoutRegistration(long amount, Optional<Sale> sale, SoldAs soldAs) {
        long vat = sale.map(VatSplit::toldVat).orElse(0L);
        List<Remark> remarks = vat == 0 ? List.of() : List.of(new Remark(FindingCode.VAT_WITHOUT_REGISTRATION, vat));
        List<Share> shares = new ArrayList<>();
        sale.ifPresent(told -> told.lines()
                .forEach(line -> soldAs.rule(told, line)
                        .ifPresent(rule -> shares.add(withoutTax(line.gross(), Optional.of(rule))))));
        long rest = amount - shares.stream().mapToLong(Share::gross).sum();
        if (rest != 0 || shares.isEmpty()) {
            Optional<CategoryRule> whole =
                    sale.filter(told -> told.lines().isEmpty()).flatMap(soldAs::rule);
            shares.add(withoutTax(rest, whole));
        }
        return new VatSplit(merged(shares), 0, remarks);
    }

    private static Share withoutTax(long amount, Optional<CategoryRule> rule) {
        Share income = Share.of(TaxCode.NO_TREATMENT_INCOME, amount, 0);
        return rule.map(CategoryRule::account)
                .map(account -> account.isResult()
                        ? income.on(account)
                        : Share.of(AccountRole.SUSPENSE, amount).on(account))
                .orElse(income);
    }

    /** In the proportions of what was captured, to the øre: of each code together, however many sales it was sold in. */
    static VatSplit inProportionTo(long amount, List<Share> sold) {
        List<Share> captured = merged(sold);
        List<Long> weights = new ArrayList<>();
        for (Share share : captured) {
            weights.add(share.base());
            weights.add(share.tax());
        }
        List<Long> parts = Split.of(amount, weights);
        List<Share> shares = new ArrayList<>();
        for (int index = 0; index < captured.size(); index++) {
            Share share = captured.get(index);
            shares.add(share.split(parts.get(2 * index), parts.get(2 * index + 1)));
        }
        return new VatSplit(shares, 0, List.of());
    }

    private record Sold(Optional<AccountCode> account, Optional<TaxCode> code) {}

    private static boolean needsNoCode(CategoryRule rule) {
        return !rule.account().isResult();
    }

    /** The rule's, else the line's own; on the balance sheet none unless the rule says one. */
    private static Optional<TaxCode> codeOf(SaleLine line, Optional<CategoryRule> rule, SalesUnit unit, Sale sale) {
        if (rule.isPresent() && (needsNoCode(rule.get()) || rule.get().taxCode().isPresent())) {
            return rule.get().taxCode();
        }
        return line.vatRate().flatMap(rate -> codeOf(rate, unit, sale));
    }

    private static Optional<TaxCode> codeOf(int rate, SalesUnit unit, Sale sale) {
        return rate == 0 ? Optional.of(unit.zeroRateCode()) : TaxCode.ofSalesRate(rate, sale.businessDate());
    }

    /** A code without a tax account has no tax, whatever a merchant has entered. */
    private static Share shareOf(Sold sold, List<SaleLine> lines, Sale sale) {
        long gross = lines.stream().mapToLong(SaleLine::gross).sum();
        Share share = sold.code()
                .map(code -> shareOf(code, gross, lines, sale))
                .orElseGet(() -> Share.of(AccountRole.SUSPENSE, gross));
        return sold.account().map(share::on).orElse(share);
    }

    private static Share shareOf(TaxCode code, long gross, List<SaleLine> lines, Sale sale) {
        boolean told = sale.hasVatBreakdown()
                && code.tax().isPresent()
                && lines.stream().allMatch(line -> line.vat().isPresent());
        long tax = told
                ? lines.stream().mapToLong(line -> line.vat().orElse(0L)).sum()
                : code.taxInGross(gross, sale.businessDate());
        return Share.of(code, gross, tax);
    }

    private static Share onDefaultCode(long gross, SalesUnit unit, LocalDate day) {
        return Share.of(unit.defaultTaxCode(), gross, unit.defaultTaxCode().taxInGross(gross, day));
    }

    private static long toldVat(Sale sale) {
        return sale.vat()
                .orElseGet(() -> sale.lines().stream()
                        .mapToLong(line -> line.vat().orElse(0L))
                        .sum());
    }

    /** One remark of each kind, so that an entry has one finding of it with the whole amount. */
    private static List<Remark> summed(List<Remark> remarks) {
        Map<FindingCode, Long> byCode = new LinkedHashMap<>();
        remarks.forEach(remark -> byCode.merge(remark.code(), remark.amount(), Math::addExact));
        return byCode.entrySet().stream()
                .map(sum -> new Remark(sum.getKey(), sum.getValue()))
                .toList();
    }

    private static List<Share> merged(List<Share> shares) {
        Map<Object, Share> byLine = new LinkedHashMap<>();
        for (Share share : shares) {
            byLine.merge(share.line(), share, (one, two) -> one.split(one.base() + two.base(), one.tax() + two.tax()));
        }
        return List.copyOf(byLine.values());
    }
}
