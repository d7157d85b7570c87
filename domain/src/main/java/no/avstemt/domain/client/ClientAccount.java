package no.avstemt.domain.client;

import java.time.LocalDate;
import no.avstemt.domain.time.FiscalYear;

/**
 * The merchant whose books we keep.
 *
 * @param language of posted texts, {@code nb} or {@code en}
 * @param startDate settlement entries of earlier ledger dates are stored, not booked
 * @param disputeDays from the ledger date of the last time a capture was retained to the day someone must choose what
 *     becomes of it
 */
public record ClientAccount(
        ClientAccountId id,
        String name,
        OrgNumber organisationNumber,
        String language,
        LocalDate startDate,
        VatRegistration vat,
        FiscalYear fiscalYear,
        int disputeDays) {

    /** design.md 5 */
    public static final int USUAL_DISPUTE_DAYS = 120;

    public static final int MOST_DISPUTE_DAYS = 540;

    public ClientAccount {
        if (disputeDays < 1 || disputeDays > MOST_DISPUTE_DAYS) {
            throw new IllegalArgumentException(
                    "A dispute stands for 1 to " + MOST_DISPUTE_DAYS + " days, not " + disputeDays);
        }
    }

    public ClientAccount(
            ClientAccountId id,
            String name,
            OrgNumber organisationNumber,
            String language,
            LocalDate startDate,
            VatRegistration vat,
            FiscalYear fiscalYear) {
        this(id, name, organisationNumber, language, startDate, vat, fiscalYear, USUAL_DISPUTE_DAYS);
    }

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
