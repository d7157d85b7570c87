package no.avstemt.domain.journal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.chart.TaxCode.Calculation;
import no.avstemt.domain.chart.TaxCodes;
import no.avstemt.domain.journal.EntryFault.Reason;
import no.avstemt.domain.money.Money;

/**
 * What a line says of value added tax, and whether it can. The line of a code is the base, or holds it; the tax is the
 * code's rate of the base, and stands on a line of its own.
 */
final class TaxOfLine {

    /** An invoice of many lines rounds each: tax may be a thousandth of itself off, from one øre up to one krone. */
    private static final long THOUSANDTH = 1_000;

    private static final long MOST_OFF = 100;
    private static final String BASE = "tax_base_amount";
    private static final String TAX = "tax_amount";

    private TaxOfLine() {}

    /** With base and tax on each line that has a code and lacks one of them, as long as what it comes to is known. */
    static EntryDraft completed(EntryDraft draft) {
        return draft.lines().stream().anyMatch(TaxOfLine::isIncomplete)
                ? draft.with(draft.lines().stream()
                        .map(line -> completed(line, draft.date()))
                        .toList())
                : draft;
    }

    private static boolean isIncomplete(DraftLine line) {
        return line.taxCode().isPresent()
                && (line.taxBase().isEmpty() || line.taxAmount().isEmpty());
    }

    /** The line as it is where its code says nothing on that date. */
    static DraftLine completed(DraftLine line, LocalDate date) {
        Optional<TaxCode> code = line.taxCode().flatMap(name -> TaxCodes.on(date, name));
        if (code.isEmpty() || !isIncomplete(line) || EntryRules.lacksRate(line) || isBeyond(line)) {
            return line;
        }
        boolean isTaxAlone = code.get().calculation() == Calculation.ALONE;
        long base = line.taxBase().orElse(isTaxAlone ? 0L : line.amount());
        long tax = line.taxAmount()
                .orElseGet(() -> isTaxAlone ? line.amount() : code.get().taxOfBase(base, date));
        return line.withTax(code.get().code(), Optional.of(base), Optional.of(tax));
    }

    private static boolean isBeyond(DraftLine line) {
        return EntryRules.beyond(line.amount())
                || EntryRules.beyond(line.taxBase().orElse(0L))
                || EntryRules.beyond(line.taxAmount().orElse(0L));
    }

    static void check(DraftLine line, int lineNo, LocalDate date, EntryTerms terms, List<EntryFault> faults) {
        if (line.taxCode().isEmpty()) {
            if (line.taxBase().isPresent() || line.taxAmount().isPresent()) {
                faults.add(EntryFault.of(lineNo, "tax_code", Reason.TAX_WITHOUT_CODE));
            }
            return;
        }
        String code = line.taxCode().get();
        Optional<TaxCode> taxCode = TaxCode.of(code);
        if (taxCode.isEmpty()) {
            faults.add(EntryFault.of(lineNo, "tax_code", Reason.UNKNOWN_TAX_CODE, code));
        } else if (!taxCode.get().isValidOn(date)) {
            faults.add(EntryFault.of(lineNo, "tax_code", Reason.TAX_CODE_NOT_VALID, code, date.toString()));
        } else {
            terms.fault(lineNo, taxCode.get(), date).ifPresent(faults::add);
            line.account()
                    .filter(account -> !terms.suits(taxCode.get(), account))
                    .ifPresent(account -> faults.add(
                            EntryFault.of(lineNo, "tax_code", Reason.TAX_CODE_DOES_NOT_SUIT, code, account.digits())));
            amounts(line, taxCode.get(), date).map(fault -> fault.at(lineNo)).ifPresent(faults::add);
        }
    }

    private static Optional<EntryFault> amounts(DraftLine line, TaxCode code, LocalDate date) {
        if (EntryRules.beyond(line.amount()) || EntryRules.lacksRate(line)) {
            return Optional.empty();
        }
        if (isBeyond(line)) {
            boolean isBase = EntryRules.beyond(line.taxBase().orElse(0L));
            return Optional.of(EntryFault.of(0, isBase ? BASE : TAX, Reason.AMOUNT_TOO_LARGE));
        }
        return code.calculation() == Calculation.ALONE
                ? tax(line, code).or(() -> base(line) == 0 ? Optional.empty() : rate(line, code, date))
                : signAndSize(line).or(() -> tax(line, code)).or(() -> rate(line, code, date));
    }

    private static long base(DraftLine line) {
        return line.taxBase().orElse(0L);
    }

    private static Optional<EntryFault> signAndSize(DraftLine line) {
        long base = base(line);
        if (Long.signum(line.amount()) * Long.signum(base) < 0) {
            return Optional.of(EntryFault.of(0, BASE, Reason.TAX_DIFFERS_IN_SIGN));
        }
        if (Math.abs(base) > Math.abs(line.amount())) {
            return Optional.of(
                    EntryFault.of(0, BASE, Reason.TAX_BASE_TOO_LARGE, Long.toString(Math.abs(line.amount()))));
        }
        return base == 0 && line.amount() != 0
                ? Optional.of(EntryFault.of(0, BASE, Reason.TAX_BASE_ZERO, Long.toString(line.amount())))
                : Optional.empty();
    }

    private static Optional<EntryFault> tax(DraftLine line, TaxCode code) {
        long tax = line.taxAmount().orElse(0L);
        if (code.calculation() == Calculation.NONE && tax != 0) {
            return Optional.of(EntryFault.of(0, TAX, Reason.TAX_OF_CODE_WITHOUT, Long.toString(tax), code.code()));
        }
        if (Long.signum(line.amount()) * Long.signum(tax) < 0) {
            return Optional.of(EntryFault.of(0, TAX, Reason.TAX_DIFFERS_IN_SIGN));
        }
        return code.calculation() == Calculation.ALONE && tax != line.amount()
                ? Optional.of(EntryFault.of(
                        0,
                        TAX,
                        Reason.TAX_IS_NOT_THE_LINE,
                        Long.toString(tax),
                        code.code(),
                        Long.toString(line.amount())))
                : Optional.empty();
    }

    private static Optional<EntryFault> rate(DraftLine line, TaxCode code, LocalDate date) {
        long tax = line.taxAmount().orElse(0L);
        long expected = code.taxOfBase(base(line), date);
        long off = off(expected, line);
        return Math.abs(tax - expected) <= off
                ? Optional.empty()
                : Optional.of(EntryFault.of(
                        0,
                        TAX,
                        Reason.TAX_DOES_NOT_FIT,
                        Long.toString(tax),
                        Long.toString(expected),
                        BigDecimal.valueOf(code.rateBasisPoints(date), 2)
                                .stripTrailingZeros()
                                .toPlainString(),
                        Long.toString(base(line)),
                        Long.toString(off)));
    }

    /** In another currency base and tax were each rounded in it, and then to øre. */
    private static long off(long expected, DraftLine line) {
        long ofInvoice = Math.max(1, Math.min(MOST_OFF, Math.abs(expected) / THOUSANDTH));
        return line.currency().equals(Money.NOK)
                ? ofInvoice
                : ofInvoice
                        + 1
                        + line.exchangeRate().setScale(0, RoundingMode.CEILING).longValue();
    }
}
