package no.avstemt.domain.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The tax codes that there are. */
public final class TaxCodes {

    private TaxCodes() {}

    /** Also those that are no longer, or not yet, valid. */
    public static List<TaxCode> all() {
        return TaxCode.all();
    }

    public static List<TaxCode> on(LocalDate date) {
        return all().stream().filter(code -> code.isValidOn(date)).toList();
    }

    /** None for a code that does not exist, or not on that date. */
    public static Optional<TaxCode> on(LocalDate date, String code) {
        return TaxCode.of(code).filter(taxCode -> taxCode.isValidOn(date));
    }
}
