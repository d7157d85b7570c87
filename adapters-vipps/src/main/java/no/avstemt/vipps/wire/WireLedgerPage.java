package no.avstemt.vipps.wire;

import java.util.List;
import java.util.Optional;
import no.avstemt.domain.settlement.Ledger;

/** One answer of the ledger list (vipps-apis.md 3.1). */
public record WireLedgerPage(List<Ledger> ledgers, Optional<String> cursor) {

    /** @throws UnreadableAnswer naming the first field that cannot be read */
    public static WireLedgerPage of(byte[] body) {
        Fields fields = Json.object(body);
        if (!fields.has("items")) {
            throw fields.missing("items");
        }
        List<Ledger> ledgers = fields.objects("items").stream()
                .map(item -> WireLedger.of(item).toDomain())
                .toList();
        return new WireLedgerPage(ledgers, fields.text("cursor"));
    }
}
