package no.avstemt.application.client;

import java.time.LocalDate;
import no.avstemt.application.chart.ChartTemplate;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.time.FiscalYear;

/**
 * What onboarding asks about a merchant.
 *
 * @param chartTemplate the id of the template that its chart begins as
 */
public record NewClient(
        String name,
        OrgNumber organisationNumber,
        String language,
        LocalDate startDate,
        VatRegistration vat,
        FiscalYear fiscalYear,
        long chartTemplate) {

    /** With the standard chart. */
    public NewClient(
            String name,
            OrgNumber organisationNumber,
            String language,
            LocalDate startDate,
            VatRegistration vat,
            FiscalYear fiscalYear) {
        this(name, organisationNumber, language, startDate, vat, fiscalYear, ChartTemplate.BUILT_IN);
    }

    /** With the calendar year. */
    public NewClient(
            String name, OrgNumber organisationNumber, String language, LocalDate startDate, VatRegistration vat) {
        this(name, organisationNumber, language, startDate, vat, FiscalYear.CALENDAR);
    }

    ClientAccount withId(ClientAccountId id) {
        return new ClientAccount(id, name, organisationNumber, language, startDate, vat, fiscalYear);
    }
}
