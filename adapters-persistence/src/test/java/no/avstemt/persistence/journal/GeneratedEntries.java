package no.avstemt.persistence.journal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.settlement.LedgerId;

/** Balanced entries of chance over some months on both sides of a new year, in a handful of accounts and sets. */
final class GeneratedEntries {

    private static final LocalDate FIRST = LocalDate.of(2025, 11, 20);
    private static final int DAYS = 80;
    private static final List<String> ACCOUNTS =
            List.of("1577", "1591", "2992", "3000", "3030", "2700", "7771", "1920");
    private static final List<String> TAX_CODES = List.of("0", "3", "31");
    private static final Currency DKK = Currency.getInstance("DKK");

    private final Random random;
    private final List<LedgerId> ledgers;

    GeneratedEntries(Random random, List<LedgerId> ledgers) {
        this.random = random;
        this.ledgers = ledgers;
    }

    List<JournalEntry> some(int count) {
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(one());
        }
        return entries;
    }

    private JournalEntry one() {
        LocalDate day = FIRST.plusDays(random.nextInt(10) == 0 ? 42 : random.nextInt(DAYS));
        LedgerId ledger = pick(ledgers);
        return new JournalEntry(
                day,
                "Vipps «" + ledger + "» " + random.nextInt(),
                new Voucher(Voucher.Kind.VIPPS_SETTLEMENT, ledger + "/funds/" + day),
                "test",
                lines(day),
                List.of());
    }

    private List<JournalLine> lines(LocalDate day) {
        List<JournalLine> lines = new ArrayList<>();
        long sum = 0;
        for (int i = random.nextInt(6); i >= 0; i--) {
            long amount = random.nextInt(9) == 0 ? 0 : random.nextLong(-1_000_000_00, 1_000_000_00);
            lines.add(line(lines.size() + 1, day, amount));
            sum += amount;
        }
        lines.add(JournalLine.inKroner(lines.size() + 1, new AccountCode(pick(ACCOUNTS)), -sum, set(), "rest"));
        return lines;
    }

    private JournalLine line(int lineNo, LocalDate day, long amount) {
        JournalLine line =
                JournalLine.inKroner(lineNo, new AccountCode(pick(ACCOUNTS)), amount, set(), "linje " + lineNo);
        return switch (random.nextInt(4)) {
            case 0 -> line.withTax(pick(TAX_CODES), amount, amount / 4);
            case 1 -> line.onLedgerDate(day.minusDays(random.nextInt(60)));
            case 2 -> inDkk(line);
            default -> line;
        };
    }

    private static JournalLine inDkk(JournalLine line) {
        return new JournalLine(
                line.lineNo(),
                line.account(),
                line.amount(),
                DKK,
                line.amount() / 2,
                new BigDecimal("1.568700000000000001"),
                line.taxCode(),
                line.taxBase(),
                line.taxAmount(),
                line.dimensions(),
                line.description(),
                line.ledgerDate());
    }

    private DimensionSet set() {
        DimensionRef ledger =
                new DimensionRef(DimensionType.BANKACC, pick(ledgers).value());
        return switch (random.nextInt(4)) {
            case 0 -> DimensionSet.NONE;
            case 1 -> new DimensionSet(Optional.empty(), List.of(ledger));
            case 2 ->
                new DimensionSet(
                        Optional.of(ledger),
                        List.of(new DimensionRef(DimensionType.PROJECT, pick(List.of("P1", "P2")))));
            default -> DimensionSet.related(ledger);
        };
    }

    private <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }
}
