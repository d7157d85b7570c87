package no.avstemt.persistence.register;

import no.avstemt.application.register.KeptDocument;
import no.avstemt.application.register.Register;
import no.avstemt.application.register.Registers;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.register.BankAccount;
import no.avstemt.domain.register.Label;
import no.avstemt.domain.register.Partner;
import org.jdbi.v3.core.Handle;

/** Works inside the transaction of its handle. */
public record JdbiRegisters(Handle handle) implements Registers {

    @Override
    public Register<Partner> partners() {
        return new Values<>(handle, DimensionType.BUSINESSPARTNER, new OfPartner());
    }

    @Override
    public Register<BankAccount> bankAccounts() {
        return new Values<>(handle, DimensionType.BANKACC, new OfBankAccount());
    }

    @Override
    public Register<KeptDocument> documents() {
        return new Documents(handle);
    }

    @Override
    public Register<Label> labels(DimensionType type) {
        return new Values<>(handle, type, new OfLabel());
    }
}
