package no.avstemt.application.sale;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.paging.Slice;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.domain.settlement.LedgerId;

/** Sales as a person looks for them. */
public interface SaleReads {

    Slice<SaleQuery.Row> page(SaleQuery query);

    /** The same sales with their lines. */
    List<StoredSale> withLines(ClientAccountId client, List<StoredSale> sales);

    Optional<RawSale> sale(ClientAccountId client, long saleId);

    /** Sales with this PSP reference or reference, with their lines, at most {@code limit}. */
    List<StoredSale> ofPayment(
            ClientAccountId client,
            LedgerId ledger,
            Optional<String> pspReference,
            Optional<String> reference,
            int limit);

    /** @param raw Vipps's own JSON, personal data cut out */
    record RawSale(StoredSale stored, String raw) {}
}
