package no.avstemt.vipps.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;

/** One ledger of the list; only its id is always there. */
record WireLedger(
        String ledgerId,
        Optional<String> currency,
        Optional<SchemedId> payoutBankAccount,
        Optional<SchemedId> owner,
        List<String> settlesForRecipientHandles,
        List<Ledger.Unit> salesUnits) {

    /** An id and what kind it is, such as {@code BBAN:NO} or {@code business:DK:CVR}. */
    record SchemedId(Optional<String> scheme, Optional<String> id) {

        static SchemedId of(Fields fields) {
            return new SchemedId(fields.text("scheme"), fields.text("id"));
        }

        boolean isOf(String country) {
            return scheme.filter(text -> (text + ":").contains(":" + country + ":"))
                    .isPresent();
        }
    }

    static WireLedger of(Fields fields) {
        return new WireLedger(
                fields.requiredText("ledgerId"),
                fields.text("currency"),
                fields.object("payoutBankAccount").map(SchemedId::of),
                fields.object("owner").map(SchemedId::of),
                fields.texts("settlesForRecipientHandles"),
                fields.objects("salesUnits").stream().map(WireLedger::unit).toList());
    }

    private static Ledger.Unit unit(Fields fields) {
        String handle = fields.requiredText("recipientHandle");
        return new Ledger.Unit(handle, fields.text("name").orElse(handle));
    }

    Ledger toDomain() {
        return new Ledger(
                new LedgerId(ledgerId),
                currency.orElseGet(this::currencyOfCountry),
                owner.flatMap(SchemedId::id),
                payoutBankAccount.flatMap(SchemedId::id),
                units());
    }

    /** Lists from before {@code salesUnits} came know the handles only. */
    private List<Ledger.Unit> units() {
        List<Ledger.Unit> units = new ArrayList<>(salesUnits);
        for (String handle : settlesForRecipientHandles) {
            if (units.stream().noneMatch(unit -> unit.handle().equals(handle))) {
                units.add(new Ledger.Unit(handle, handle));
            }
        }
        return units;
    }

    private String currencyOfCountry() {
        if (isOf("DK")) {
            return "DKK";
        }
        return isOf("FI") ? "EUR" : "NOK";
    }

    private boolean isOf(String country) {
        return payoutBankAccount.or(() -> owner).filter(id -> id.isOf(country)).isPresent();
    }
}
