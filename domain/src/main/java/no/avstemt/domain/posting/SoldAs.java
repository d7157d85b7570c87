package no.avstemt.domain.posting;

import java.time.LocalDate;
import java.util.Optional;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;

/** What the categories of a unit's sales say of where they are booked. */
record SoldAs(PostingTerms terms, SalesUnit unit) {

    static SoldAs standard(SalesUnit unit) {
        return new SoldAs(PostingTerms.STANDARD, unit);
    }

    /** The line's own category goes before the sale's. */
    Optional<CategoryRule> rule(Sale sale, SaleLine line) {
        return terms.category(line.category(), unit.number(), sale.businessDate())
                .or(() -> rule(sale));
    }

    /** For all of it. */
    Optional<CategoryRule> rule(Sale sale) {
        return terms.category(sale.salesCategory(), unit.number(), sale.businessDate());
    }

    /** Of a sale without lines: with the code of the rule, else the unit's default on an account of the result. */
    Share share(CategoryRule rule, long gross, LocalDate day) {
        Optional<TaxCode> code = rule.taxCode()
                .or(() -> rule.account().isResult() ? Optional.of(unit.defaultTaxCode()) : Optional.empty());
        Share share = code.map(known -> Share.of(known, gross, known.taxInGross(gross, day)))
                .orElseGet(() -> Share.of(AccountRole.SUSPENSE, gross));
        return share.on(rule.account());
    }
}
