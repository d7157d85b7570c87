package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.chart.TaxCode.Side;

/** Where a tax code stands in a specification of VAT. Tax that a buyer owes and deducts stands in two of them. */
enum VatGroup {
    /** Tax that is owed. */
    OUTPUT,
    /** Tax that is deducted. */
    INPUT,
    /** Turnover and purchases without tax that the VAT return asks for. */
    WITHOUT_TAX,
    NOT_REPORTED;

    static List<VatGroup> of(TaxCode code) {
        List<VatGroup> groups = new ArrayList<>();
        if (code.outputTax().isPresent()) {
            groups.add(OUTPUT);
        }
        if (code.inputTax().isPresent()) {
            groups.add(INPUT);
        }
        if (groups.isEmpty()) {
            groups.add(code.isReported() ? WITHOUT_TAX : NOT_REPORTED);
        }
        return groups;
    }

    /** From ledger sign: what is sold stands in credit, and what is bought in debit. */
    static long natural(TaxCode code, long ore) {
        return code.side() == Side.SALE ? Math.negateExact(ore) : ore;
    }

    /** Names it for programs. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String key() {
        return "vat.group." + id();
    }
}
