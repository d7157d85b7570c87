package no.avstemt.domain.register;

import java.util.Optional;
import no.avstemt.domain.client.OrgNumber;

/**
 * Someone a client buys from or sells to.
 *
 * @param organisationNumber none for those abroad and for persons
 * @param bankAccount where the partner is paid, as it was given: a Norwegian number, an IBAN or another
 */
public record Partner(
        Label label,
        Optional<OrgNumber> organisationNumber,
        boolean vatRegistered,
        PostalAddress address,
        Optional<String> email,
        Optional<String> bankAccount,
        boolean customer,
        boolean supplier) {

    /** One of whom nothing but number and name is known. */
    public static Partner named(Label label) {
        return new Partner(
                label,
                Optional.empty(),
                false,
                PostalAddress.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }
}
