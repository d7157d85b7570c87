package no.avstemt.domain.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.SettlementLink;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.posting.Groups.Kind;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;

/**
 * Captures and refunds of one ledger date whose sale came, or whose sales unit was taken into use, after they were booked:
 * what they were booked as is taken back, and what was sold is booked instead, so that in the end it is as if all had been
 * known in time. The money stays where it is. What a sale only confirms is left alone, and stays counted as booked without
 * it.
 */
public final class LateSales {

    private LateSales() {}

    /** What was learnt after the booking. */
    public enum Cause {
        SALE,
        SALES_UNIT
    }

    /**
     * How an entry stands in the books.
     *
     * @param generation of its next booking
     * @param shares its counterparts, in sum of all its bookings, with the sign of the entry's amount
     */
    public record Standing(StoredEntry stored, int generation, List<Share> shares) {

        public Standing {
            shares = List.copyOf(shares);
        }
    }

    private enum Part {
        BEFORE,
        NOW
    }

    /**
     * None when nothing is to be booked otherwise.
     *
     * @param entries of one ledger date, in the ledger's currency, whose rate of the day there is
     */
    public static Optional<BookedDay> book(
            LedgerBooks books, Cause cause, LocalDate day, List<Standing> entries, SalesOfEntries sales) {
        Counterpart told = new Counterpart(books, sales);
        Counterpart untold = new Counterpart(books, sales.untold());
        Groups groups = new Groups(books.valuedOn(day));
        Map<Long, Integer> generations = new HashMap<>();
        long onDefault = 0;
        for (Standing standing : entries) {
            VatSplit now = told.of(standing.stored());
            Map<Line, Amounts> stands = lines(books, standing.shares());
            if (!lines(books, now.shares()).equals(stands)) {
                VatSplit before = untold.of(standing.stored());
                long wasOnDefault = lines(books, before.shares()).equals(stands) ? before.onDefault() : 0;
                add(groups, books, cause, standing, now, wasOnDefault);
                generations.put(standing.stored().id(), standing.generation());
                onDefault += (now.onDefault() == 0 ? 0 : 1) - (wasOnDefault == 0 ? 0 : 1);
            }
        }
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(booked(books, cause, day, groups, generations, onDefault));
    }

    private static void add(
            Groups groups, LedgerBooks books, Cause cause, Standing standing, VatSplit now, long wasOnDefault) {
        SettlementEntry entry = standing.stored().entry();
        long amount = entry.amount().minor();
        boolean isNegative = amount < 0;
        List<Share> takenBack =
                standing.shares().stream().map(share -> share.times(-1)).toList();
        groups.add(
                new Kind(
                        Part.BEFORE, isNegative, Optional.empty(), books.texts().late(cause, true)),
                standing.stored().id(),
                -amount,
                new VatSplit(takenBack, -wasOnDefault, List.of()),
                books.unitOf(entry),
                remark -> EntryFinding.of(remark.code(), entry, remark.amount()));
        groups.add(
                new Kind(Part.NOW, isNegative, Optional.empty(), books.texts().late(cause, false)),
                standing.stored().id(),
                amount,
                now,
                books.unitOf(entry),
                remark -> EntryFinding.of(remark.code(), entry, remark.amount()));
    }

    private static BookedDay booked(
            LedgerBooks books,
            Cause cause,
            LocalDate day,
            Groups groups,
            Map<Long, Integer> generations,
            long onDefault) {
        List<SettlementLink> links = new ArrayList<>();
        List<JournalLine> lines = groups.write(
                books,
                (id, linkNo, lineNo, amount) ->
                        links.add(new SettlementLink(id, generations.getOrDefault(id, 0), linkNo, lineNo, amount)));
        BookedDay corrected = groups.booked(new JournalEntry(
                day,
                books.texts().late(cause, books.ledger(), day),
                new Voucher(Voucher.Kind.VIPPS_SALES, books.ledger() + "/sales/" + day),
                BookedDay.CREATED_BY,
                lines.stream().map(line -> line.onLedgerDate(day)).toList(),
                links));
        return new BookedDay(corrected.entry(), corrected.findings(), onDefault, corrected.defaultVatAmount());
    }

    private record Line(AccountCode account, Optional<TaxCode> code) {}

    private record Amounts(long base, long tax) {

        Amounts plus(Amounts other) {
            return new Amounts(Math.addExact(base, other.base), Math.addExact(tax, other.tax));
        }
    }

    /** What stands on each line; the order does not matter, nor does a line of nothing. */
    private static Map<Line, Amounts> lines(LedgerBooks books, List<Share> shares) {
        Map<Line, Amounts> lines = new HashMap<>();
        for (Share share : shares) {
            AccountCode account = share.chosen().orElseGet(() -> books.chart().account(share.role()));
            lines.merge(new Line(account, share.taxCode()), new Amounts(share.base(), share.tax()), Amounts::plus);
        }
        lines.values().removeIf(amounts -> amounts.base() == 0 && amounts.tax() == 0);
        return lines;
    }
}
