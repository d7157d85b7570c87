package no.avstemt.application.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.sale.SalePage;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;

/**
 * Vipps, as we see it. Every call may throw {@link SourceUnavailable}.
 *
 * <p>A cursor is Vipps's own and opaque; an empty one starts at the beginning.
 */
public interface SettlementSource {

    /** The same, with personal data of settlement entries, which is else neither asked for nor handed on. */
    default SettlementSource withPersonalData() {
        return this;
    }

    /** Every ledger that the keys may see. */
    List<Ledger> ledgers();

    /** The next entries of the endless stream of a topic. */
    EntryPage feed(LedgerId ledger, Topic topic, Optional<String> cursor);

    /** A page of the report of one ledger date. */
    EntryPage date(LedgerId ledger, Topic topic, LocalDate date, Optional<String> cursor);

    /** The next sales of the endless stream of a ledger. */
    SalePage sales(LedgerId ledger, Optional<String> cursor);

    /** A page of the sales of one accounting date. */
    SalePage sales(LedgerId ledger, LocalDate date, Optional<String> cursor);

    /** The sale of one transaction; nothing when Vipps knows none. */
    List<SalePage.Fetched> salesOfTransaction(LedgerId ledger, String pspReference);

    /** Every capture and refund of an order; nothing when Vipps knows none. */
    List<SalePage.Fetched> salesOfOrder(LedgerId ledger, String reference);
}
