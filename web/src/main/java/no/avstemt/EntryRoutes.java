package no.avstemt;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.journal.CancelEntry;
import no.avstemt.application.journal.ReadEntry;
import no.avstemt.application.payout.ListPayouts;
import no.avstemt.application.personal.KeepPersonalData;
import no.avstemt.application.sale.ListSales;
import no.avstemt.application.sale.ReadSale;
import no.avstemt.application.settlement.ListEntries;
import no.avstemt.application.settlement.ReadSettlementEntry;
import no.avstemt.web.file.AttachmentLists;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Route;
import no.avstemt.web.journal.JournalEntryPages;
import no.avstemt.web.payout.PayoutPages;
import no.avstemt.web.sale.LedgerSaleApi;
import no.avstemt.web.sale.SaleListPages;
import no.avstemt.web.sale.SalePages;
import no.avstemt.web.settlement.EntryListPages;
import no.avstemt.web.settlement.LedgerEntryApi;
import no.avstemt.web.settlement.SettlementEntryPages;

/** The pages from a journal entry down to the row as Vipps gave it, and back. */
final class EntryRoutes {

    private EntryRoutes() {}

    static List<Route> of(
            UnitOfWork unit, CancelEntry cancelEntry, AttachmentLists attachments, ClientFrames frames, Clock clock) {
        KeepPersonalData personalData = new KeepPersonalData(unit, clock);
        return Stream.of(
                        new JournalEntryPages(new ReadEntry(unit), cancelEntry, attachments, frames).routes(),
                        new EntryListPages(new ListEntries(unit), frames).routes(),
                        new SettlementEntryPages(new ReadSettlementEntry(unit), personalData, frames).routes(),
                        new SaleListPages(new ListSales(unit), frames).routes(),
                        new LedgerEntryApi(new ListEntries(unit)).routes(),
                        new LedgerSaleApi(new ListSales(unit)).routes(),
                        new SalePages(new ReadSale(unit), frames).routes(),
                        new PayoutPages(new ListPayouts(unit), frames).routes())
                .flatMap(List::stream)
                .toList();
    }
}
