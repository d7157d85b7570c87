package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes one ledger date in posting order: late fees of the day before, the day's movements, then what Vipps does after
 * midnight. Each row starts at the balance where the one before it ended.
 */
final class DayBook {
    private static final int FIRST_EPOCH_DAY = 18_000;
    private static final int SETTLED_AT = 600;

    private final LedgerIdentity ledger;
    private final LocalDate date;
    private final List<Entry> funds = new ArrayList<>();
    private final List<Entry> fees = new ArrayList<>();
    private final List<SoldMovement> sales = new ArrayList<>();
    private long fundsBalance;
    private long feesBalance;
    private int nextPayout;

    private DayBook(LedgerIdentity ledger, LocalDate date, Balances opening) {
        this.ledger = ledger;
        this.date = date;
        fundsBalance = opening.funds();
        feesBalance = opening.fees();
        nextPayout = opening.nextPayout();
    }

    static LedgerDay write(
            Merchant merchant, LocalDate date, Balances opening, List<Movement> yesterday, List<Movement> today) {
        DayBook book = new DayBook(merchant.ledger(), date, opening);
        book.postLateFees(yesterday);
        book.post(today);
        merchant.close(book);
        return new LedgerDay(date, book.funds, book.fees, book.sales, book.balances());
    }

    LocalDate date() {
        return date;
    }

    Balances balances() {
        return new Balances(fundsBalance, feesBalance, nextPayout);
    }

    /** Net settlement: what is owed in fees is taken from the funds. Vipps marks it with ledger and date. */
    void retainFees() {
        if (feesBalance != 0) {
            long owed = feesBalance;
            String psp = ledger.ledgerId() + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(date);
            fund("fees-retained", afterMidnight(0), psp, Optional.of(""), false, owed);
            fee("fees-retained", afterMidnight(0), psp, Optional.of(""), false, -owed);
        }
    }

    /** The whole balance goes out; nothing happens when there is none or the merchant owes. */
    void payOut() {
        if (fundsBalance > 0) {
            int number = nextPayout++;
            String text = "Utb. " + number + " Vippsnr " + ledger.number();
            String psp = ledger.ledgerId() + "-" + number;
            fund("payout-scheduled", afterMidnight(13), psp, Optional.of(text), false, -fundsBalance);
        }
    }

    /** The merchant pays what it owes, so that the balance becomes zero. */
    void topUp() {
        if (fundsBalance < 0) {
            String psp = ledger.ledgerId() + "-T" + DateTimeFormatter.BASIC_ISO_DATE.format(date);
            fund("top-up", afterMidnight(7), psp, Optional.empty(), false, -fundsBalance);
        }
    }

    private void postLateFees(List<Movement> yesterday) {
        for (int i = 0; i < yesterday.size(); i++) {
            Movement movement = yesterday.get(i);
            if (movement.feesLate()) {
                postFees(movement, psp(date.minusDays(1), i), Oslo.micros(date, 1500 + i % 3600, i % 1_000_000));
            }
        }
    }

    private void post(List<Movement> today) {
        for (int i = 0; i < today.size(); i++) {
            Movement movement = today.get(i);
            String psp = psp(date, i);
            Optional<String> reference = Optional.of(movement.reference());
            fund(movement.entryType(), movement.micros(), psp, reference, true, movement.amount());
            if (!movement.feesLate()) {
                postFees(movement, psp, movement.micros());
            }
            movement.sale()
                    .filter(sale -> sale.solution().covers(movement.micros()))
                    .ifPresent(sale -> sales.add(new SoldMovement(movement, sale, psp)));
        }
    }

    private void postFees(Movement movement, String psp, long micros) {
        for (long amount : movement.fees()) {
            fee("capture-fee", micros, psp, Optional.of(movement.reference()), true, -amount);
        }
    }

    private void fund(String type, long micros, String psp, Optional<String> reference, boolean ofSale, long amount) {
        Entry entry = new Entry(type, micros, psp, reference, ofSale, amount, fundsBalance);
        fundsBalance = entry.balanceAfter();
        funds.add(entry);
    }

    private void fee(String type, long micros, String psp, Optional<String> reference, boolean ofSale, long amount) {
        Entry entry = new Entry(type, micros, psp, reference, ofSale, amount, feesBalance);
        feesBalance = entry.balanceAfter();
        fees.add(entry);
    }

    /** Eleven digits that no other movement of any ledger has. */
    private String psp(LocalDate day, int position) {
        long dayNumber = 10_000 + (day.toEpochDay() - FIRST_EPOCH_DAY);
        if (position >= 100_000) {
            throw new IllegalStateException(ledger.ledgerId() + " has too many movements on " + day);
        }
        return Long.toString((dayNumber * 10 + ledger.slot()) * 100_000 + position);
    }

    private long afterMidnight(int seconds) {
        int spread = (int) (date.toEpochDay() % 600);
        return Oslo.micros(date.plusDays(1), SETTLED_AT + spread + seconds, 1 + spread * 997);
    }
}
