package no.avstemt.domain.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.SaleLink;
import no.avstemt.domain.journal.SettlementLink;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.period.Periods;

/**
 * A booked day in the month that takes it. In an open month that is its own date. In a held one too, with a reason: what
 * Vipps tells belongs there until the month is closed. Of a closed month it is the first day of the earliest open month
 * after it; the lines keep their ledger date, and a finding says what was moved.
 */
public final class PlacedDay {

    private PlacedDay() {}

    /** @param day booked on its own ledger date */
    public static BookedDay of(LedgerBooks books, BookedDay day, Periods periods) {
        JournalEntry entry = day.entry();
        return switch (periods.state(entry.postingDate())) {
            case OPEN -> day;
            case HELD -> day.as(entry.although(books.texts().inHeldMonth()), day.findings());
            case CLOSED -> moved(books, day, periods.postingDateFor(entry.postingDate()));
        };
    }

    private static BookedDay moved(LedgerBooks books, BookedDay day, LocalDate to) {
        JournalEntry entry = day.entry();
        List<Finding> findings = new ArrayList<>(day.findings());
        findings.add(new Finding(
                FindingCode.MOVED_FROM_CLOSED_MONTH,
                books.ledger(),
                entry.postingDate(),
                subject(entry),
                new Money(amount(entry), books.currency()),
                Map.of("entry", entry.description(), "posted", to.toString())));
        return day.as(entry.postedOn(to), findings);
    }

    /** What is late a second time for the same day is another finding. */
    private static String subject(JournalEntry entry) {
        long first = Stream.concat(
                        entry.links().stream().map(SettlementLink::settlementEntryId),
                        entry.saleLinks().stream().map(SaleLink::saleId))
                .findFirst()
                .orElse(0L);
        return entry.voucher().key() + "/" + first;
    }

    /** What the settlement entries or sales of the day come to. */
    private static long amount(JournalEntry entry) {
        long settled = entry.links().stream()
                .filter(link -> link.linkNo() == 0)
                .mapToLong(SettlementLink::amount)
                .reduce(0, Math::addExact);
        return entry.saleLinks().stream()
                .filter(link -> link.linkNo() == 0)
                .mapToLong(SaleLink::amount)
                .reduce(settled, Math::addExact);
    }
}
