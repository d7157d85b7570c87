package no.avstemt.application.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.report.Books.TaxOfDay;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.chart.TaxCode.Calculation;
import no.avstemt.domain.chart.TaxCodes;

/** Base and tax of some days, by code and rate, in natural sign. */
final class VatSums {

    private final Map<CodeAndRate, Taxed> sums = new HashMap<>();

    private record CodeAndRate(TaxCode code, int basisPoints) {}

    /**
     * @param day one on which the rate was in force
     * @param booked what the lines say that the tax is
     */
    record Taxed(TaxCode code, LocalDate day, long base, long booked) {

        private Taxed plus(Taxed other) {
            return new Taxed(code, day, Math.addExact(base, other.base), Math.addExact(booked, other.booked));
        }

        /** The rate of the base; where the whole amount is tax there is nothing to compute it from. */
        long computed() {
            return code.calculation() == Calculation.ALONE ? booked : code.taxOfBase(base, day);
        }

        Optional<Integer> basisPoints() {
            return code.rate().map(rate -> rate.on(day));
        }
    }

    /** A code that is none of ours says nothing of tax. */
    void add(TaxOfDay tax) {
        TaxCode.of(tax.code()).ifPresent(code -> {
            Taxed taxed =
                    new Taxed(code, tax.day(), VatGroup.natural(code, tax.base()), VatGroup.natural(code, tax.tax()));
            sums.merge(new CodeAndRate(code, code.rateBasisPoints(tax.day())), taxed, Taxed::plus);
        });
    }

    boolean isEmpty() {
        return sums.isEmpty();
    }

    /** In the order of the codes, the highest rate first. */
    List<Taxed> of(VatGroup group) {
        return TaxCodes.all().stream()
                .filter(code -> VatGroup.of(code).contains(group))
                .flatMap(code -> sums.entrySet().stream()
                        .filter(entry -> entry.getKey().code() == code)
                        .sorted((one, other) -> Integer.compare(
                                other.getKey().basisPoints(), one.getKey().basisPoints()))
                        .map(Map.Entry::getValue))
                .toList();
    }

    long booked(VatGroup group) {
        return of(group).stream().mapToLong(Taxed::booked).sum();
    }

    long payable() {
        return Math.subtractExact(booked(VatGroup.OUTPUT), booked(VatGroup.INPUT));
    }

    /** What the lines say that stands on the account of a role: øre in ledger sign. */
    long bookedOn(AccountRole role) {
        long booked = sums.values().stream()
                .filter(taxed -> taxed.code().outputTax().equals(Optional.of(role))
                        || taxed.code().inputTax().equals(Optional.of(role)))
                .mapToLong(Taxed::booked)
                .sum();
        return VatAccounts.isOutput(role) ? Math.negateExact(booked) : booked;
    }
}
