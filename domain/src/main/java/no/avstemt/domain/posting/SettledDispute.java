package no.avstemt.domain.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.SettlementLink;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.posting.Groups.Kind;
import no.avstemt.domain.posting.Turnover.Traded;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;

/**
 * A capture that is held back for good leaves the disputes: as a loss, with its VAT standing, or as a credit of the sale,
 * in the proportions of its capture.
 */
public final class SettledDispute {

    private SettledDispute() {}

    public enum Choice {
        LOSS,
        CREDIT
    }

    /**
     * @param retained the last time that the capture was retained
     * @param amount minor units of the ledger's currency that are still retained, positive
     * @param generation of its next booking
     * @param order by which the sale of the capture is found
     */
    public record Standing(StoredEntry retained, long amount, int generation, Optional<String> order) {}

    /** @param sales of the capture, or of its order */
    public static JournalEntry book(
            LedgerBooks books,
            Standing standing,
            Choice choice,
            LocalDate date,
            SalesOfEntries sales,
            String createdBy) {
        SettlementEntry entry = standing.retained().entry();
        String text = books.texts().dispute(choice, entry);
        Groups groups = new Groups(books.valuedOn(entry.ledgerDate()));
        groups.add(
                new Kind(choice, true, AccountRole.CHARGEBACKS_IN_DISPUTE, text),
                standing.retained().id(),
                Math.negateExact(standing.amount()),
                split(books, standing, choice, sales),
                books.unitOf(entry),
                remark -> EntryFinding.of(remark.code(), entry, remark.amount()));
        List<SettlementLink> links = new ArrayList<>();
        List<JournalLine> lines = groups.write(
                books,
                (id, linkNo, lineNo, part) ->
                        links.add(new SettlementLink(id, standing.generation(), counterpart(linkNo), lineNo, part)));
        Voucher voucher = new Voucher(
                Voucher.Kind.VIPPS_SETTLEMENT,
                books.ledger() + "/" + entry.topic().vippsName() + "/" + entry.ledgerDate());
        return new JournalEntry(date, text, voucher, createdBy, lines, links);
    }

    /** Link 0 is the topic's own account, which does not move. */
    private static int counterpart(int linkNo) {
        return linkNo + 1;
    }

    private static VatSplit split(LedgerBooks books, Standing standing, Choice choice, SalesOfEntries sales) {
        SettlementEntry entry = standing.retained().entry();
        long taken = Math.negateExact(standing.amount());
        if (choice == Choice.LOSS) {
            return against(AccountRole.BAD_DEBTS, taken);
        }
        Optional<SalesUnit> unit = books.unitOf(entry);
        if (unit.isEmpty()) {
            return against(AccountRole.SUSPENSE, taken);
        }
        return unit.get().salesBookedFrom() == SalesUnit.BookedFrom.ELSEWHERE
                ? against(AccountRole.SALES_CLEARING, taken)
                : new Turnover(books, sales)
                        .of(new Traded(taken, entry.ledgerDate(), standing.order(), Optional.empty()), unit.get());
    }

    private static VatSplit against(AccountRole role, long amount) {
        return new VatSplit(List.of(Share.of(role, amount)), 0, List.of());
    }
}
