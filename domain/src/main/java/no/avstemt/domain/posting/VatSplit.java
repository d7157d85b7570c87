package no.avstemt.domain.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        Map<TaxCode, List<SaleLine>> byCode = new LinkedHashMap<>();
        List<Remark> remarks = new ArrayList<>();
        long onDefault = 0;
        long told = 0;
        for (SaleLine line : sale.lines()) {
            Optional<TaxCode> code = line.vatRate().flatMap(rate -> codeOf(rate, unit, sale));
            if (code.isEmpty()) {
                onDefault += line.gross();
                line.vatRate().ifPresent(rate -> remarks.add(new Remark(FindingCode.UNKNOWN_VAT_RATE, line.gross())));
            } else {
                byCode.computeIfAbsent(code.get(), key -> new ArrayList<>()).add(line);
            }
            told = Math.addExact(told, line.gross());
        }
        long saleTotal = sale.lines().isEmpty()
                ? sale.gross().map(gross -> gross.minor()).orElse(amount)
                : told;
        onDefault += saleTotal - told;
        long remainder = Math.subtractExact(amount, saleTotal);
        if (remainder != 0) {
            remarks.add(new Remark(FindingCode.SALE_DIFFERS_FROM_CAPTURE, remainder));
        }
        List<Share> shares = new ArrayList<>();
        byCode.forEach((code, lines) -> shares.add(shareOf(code, lines, sale)));
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
    static VatSplit withoutRegistration(long amount, Optional<Sale> sale) {
        long vat = sale.map(VatSplit::toldVat).orElse(0L);
        List<Remark> remarks = vat == 0 ? List.of() : List.of(new Remark(FindingCode.VAT_WITHOUT_REGISTRATION, vat));
        return new VatSplit(List.of(Share.of(TaxCode.NO_TREATMENT_INCOME, amount, 0)), 0, remarks);
    }

    /** In the proportions of what was captured, to the øre. */
    static VatSplit inProportionTo(long amount, List<Share> captured) {
        List<Long> weights = new ArrayList<>();
        for (Share share : captured) {
            weights.add(share.base());
            weights.add(share.tax());
        }
        List<Long> parts = Split.of(amount, weights);
        List<Share> shares = new ArrayList<>();
        for (int index = 0; index < captured.size(); index++) {
            Share share = captured.get(index);
            shares.add(new Share(share.role(), share.taxCode(), parts.get(2 * index), parts.get(2 * index + 1)));
        }
        return new VatSplit(shares, 0, List.of());
    }

    private static Optional<TaxCode> codeOf(int rate, SalesUnit unit, Sale sale) {
        return rate == 0 ? Optional.of(unit.zeroRateCode()) : TaxCode.ofSalesRate(rate, sale.businessDate());
    }

    /** A code without a tax account has no tax, whatever a merchant has entered. */
    private static Share shareOf(TaxCode code, List<SaleLine> lines, Sale sale) {
        long gross = lines.stream().mapToLong(SaleLine::gross).sum();
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
        Map<Optional<TaxCode>, Share> byCode = new LinkedHashMap<>();
        for (Share share : shares) {
            byCode.merge(
                    share.taxCode(),
                    share,
                    (one, two) -> new Share(one.role(), one.taxCode(), one.base() + two.base(), one.tax() + two.tax()));
        }
        return List.copyOf(byCode.values());
    }
}
