package no.avstemt.domain.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.chart.TaxCodes;
import no.avstemt.domain.journal.EntryFault.Reason;

/**
 * Whether the tax that the lines of an entry tell of is what stands on the accounts of tax, so that a specification of
 * value added tax agrees with the books. An entry in which no line tells of tax moves what was told of before: a
 * settlement, or books from a system without codes.
 */
final class TaxOfEntry {

    /** What lines with codes come to on an account, what lines on it come to, and the line to mend. */
    private static final class Sum {

        private long told;
        private long booked;
        private int codedLine;
        private int lineOnIt;
    }

    private final TaxAccounts accounts;
    private final Map<AccountCode, Sum> sums = new LinkedHashMap<>();

    private TaxOfEntry(TaxAccounts accounts) {
        this.accounts = accounts;
    }

    /** @param draft whose lines all have a tax amount where they have a code */
    static List<EntryFault> faults(EntryDraft draft, TaxAccounts accounts) {
        TaxOfEntry tax = new TaxOfEntry(accounts);
        boolean tells = false;
        int lineNo = 0;
        for (DraftLine line : draft.lines()) {
            lineNo++;
            tells |= tax.tell(line, lineNo, draft.date());
        }
        if (!tells) {
            return List.of();
        }
        lineNo = 0;
        for (DraftLine line : draft.lines()) {
            lineNo++;
            tax.book(line, lineNo);
        }
        return tax.faults();
    }

    private boolean tell(DraftLine line, int lineNo, LocalDate date) {
        Optional<TaxCode> code = line.taxCode().flatMap(name -> TaxCodes.on(date, name));
        if (code.isEmpty() || code.get().calculation() == TaxCode.Calculation.NONE) {
            return false;
        }
        long tax = line.taxAmount().orElse(0L);
        if (code.get().calculation() == TaxCode.Calculation.REVERSE) {
            tell(code.get().outputTax(), lineNo, -tax);
            code.filter(TaxCode::isDeductible)
                    .flatMap(TaxCode::inputTax)
                    .ifPresent(role -> tell(Optional.of(role), lineNo, tax));
        } else {
            tell(code.get().tax(), lineNo, tax);
        }
        return true;
    }

    private void tell(Optional<AccountRole> role, int lineNo, long tax) {
        role.flatMap(accounts::of).ifPresent(account -> {
            Sum sum = sums.computeIfAbsent(account, unused -> new Sum());
            sum.told = Math.addExact(sum.told, tax);
            sum.codedLine = sum.codedLine == 0 ? lineNo : sum.codedLine;
        });
    }

    private void book(DraftLine line, int lineNo) {
        line.account().filter(accounts.all()::contains).ifPresent(account -> {
            Sum sum = sums.computeIfAbsent(account, unused -> new Sum());
            sum.booked = Math.addExact(sum.booked, line.amount());
            sum.lineOnIt = sum.lineOnIt == 0 ? lineNo : sum.lineOnIt;
        });
    }

    private List<EntryFault> faults() {
        List<EntryFault> faults = new ArrayList<>();
        sums.forEach((account, sum) -> {
            if (sum.told != sum.booked) {
                boolean isOnIt = sum.lineOnIt != 0;
                faults.add(EntryFault.of(
                        isOnIt ? sum.lineOnIt : sum.codedLine,
                        isOnIt ? "debit" : "tax_amount",
                        Reason.TAX_NOT_ON_ITS_ACCOUNT,
                        account.digits(),
                        Long.toString(sum.told),
                        Long.toString(sum.booked)));
            }
        });
        return faults;
    }
}
