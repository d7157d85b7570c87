package no.avstemt.domain.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.journal.EntryFault.Reason;

/** What a line says of value added tax, and whether it can. */
final class TaxOfLine {

    /** A base is at most so many times its tax, at rates of five per cent and above. */
    private static final long BASE_OF_TAX = 20;

    private TaxOfLine() {}

    static void check(DraftLine line, int lineNo, LocalDate date, EntryTerms terms, List<EntryFault> faults) {
        if (line.taxCode().isEmpty()) {
            if (line.taxBase().isPresent() || line.taxAmount().isPresent()) {
                faults.add(EntryFault.of(lineNo, "tax_code", Reason.TAX_WITHOUT_CODE));
            }
            return;
        }
        amounts(line, lineNo, faults);
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
        }
    }

    /** By hand they may be anything that a line with its tax, a line without it, or the tax itself can have. */
    private static void amounts(DraftLine line, int lineNo, List<EntryFault> faults) {
        long base = line.taxBase().orElse(0L);
        long tax = line.taxAmount().orElse(0L);
        if (EntryRules.beyond(base) || EntryRules.beyond(tax) || EntryRules.beyond(line.amount())) {
            if (!EntryRules.beyond(line.amount())) {
                String field = EntryRules.beyond(base) ? "tax_base_amount" : "tax_amount";
                faults.add(EntryFault.of(lineNo, field, Reason.AMOUNT_TOO_LARGE));
            }
            return;
        }
        int side = Long.signum(line.amount());
        long amount = Math.abs(line.amount());
        boolean isTax = Math.abs(tax) == amount;
        long mostBase = Math.max(2 * amount + Math.abs(tax), isTax ? BASE_OF_TAX * amount : 0);
        if (side * Long.signum(base) < 0) {
            faults.add(EntryFault.of(lineNo, "tax_base_amount", Reason.TAX_DIFFERS_IN_SIGN));
        } else if (Math.abs(base) > mostBase) {
            faults.add(EntryFault.of(lineNo, "tax_base_amount", Reason.TAX_BASE_TOO_LARGE, Long.toString(mostBase)));
        }
        long mostTax = base == 0 ? amount : Math.abs(base);
        if (side * Long.signum(tax) < 0) {
            faults.add(EntryFault.of(lineNo, "tax_amount", Reason.TAX_DIFFERS_IN_SIGN));
        } else if (Math.abs(tax) > mostTax) {
            faults.add(EntryFault.of(lineNo, "tax_amount", Reason.TAX_TOO_LARGE, Long.toString(mostTax)));
        }
    }
}
