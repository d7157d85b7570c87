package no.avstemt.application.client;

import java.time.LocalDate;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.client.VatRegistration;

/** What onboarding asks about a merchant. */
public record NewClient(
        String name, OrgNumber organisationNumber, String language, LocalDate startDate, VatRegistration vat) {

    ClientAccount withId(ClientAccountId id) {
        return new ClientAccount(id, name, organisationNumber, language, startDate, vat);
    }
}
