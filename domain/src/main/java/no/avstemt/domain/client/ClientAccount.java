package no.avstemt.domain.client;

import java.time.LocalDate;
import no.avstemt.domain.time.FiscalYear;

/**
 * The merchant whose books we keep.
 *
 * @param language of posted texts, {@code nb} or {@code en}
 * @param startDate settlement entries of earlier ledger dates are stored, not booked
 */
public record ClientAccount(
        ClientAccountId id,
        String name,
        OrgNumber organisationNumber,
        String language,
        LocalDate startDate,
        VatRegistration vat,
        FiscalYear fiscalYear) {

    public ClientAccount(
            ClientAccountId id,
            String name,
            OrgNumber organisationNumber,
            String language,
            LocalDate startDate,
            VatRegistration vat) {
        this(id, name, organisationNumber, language, startDate, vat, FiscalYear.CALENDAR);
    }
}
