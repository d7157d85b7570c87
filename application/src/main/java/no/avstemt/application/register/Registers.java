package no.avstemt.application.register;

import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.register.BankAccount;
import no.avstemt.domain.register.Label;
import no.avstemt.domain.register.Partner;

/** The registers of a client account. */
public interface Registers {

    Register<Partner> partners();

    /** The ledgers at Vipps are among them. */
    Register<BankAccount> bankAccounts();

    Register<KeptDocument> documents();

    /** @param type one of those that are nothing but number and name */
    Register<Label> labels(DimensionType type);
}
