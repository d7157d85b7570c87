package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes one ledger date in posting order: late fees of the day before, the day's movements, what is odd about it, then
 * what Vipps does after the cutoff. Each row starts at the balance where the one before it ended.
 */
final class DayBook {
    private static final int SETTLED_AT = 600;
    private static final int NOON = 12 * 3600;

    private final LedgerIdentity ledger;
    private final int cutoff;
    private final Merchant merchant;
    private final LocalDate date;
    private final Balances opening;
    private final Function<LocalDate, LedgerDay> past;
    private final List<Entry> funds = new ArrayList<>();
    private final List<Entry> fees = new ArrayList<>();
    private final List<SoldMovement> sales = new ArrayList<>();
    private final List<Planted> planted = new ArrayList<>();
    private long fundsBalance;
    private long feesBalance;
    private int nextPayout;

    private DayBook(Merchant merchant, LocalDate date, Balances opening, Function<LocalDate, LedgerDay> past) {
        this.merchant = merchant;
        ledger = merchant.ledger();
        cutoff = merchant.cutoff();
        this.date = date;
        this.opening = opening;
        this.past = past;
        fundsBalance = opening.funds();
        feesBalance = opening.fees();
        nextPayout = opening.nextPayout();
    }

    /**
     * @param trades what the merchant's customers do on a date
     * @param past an earlier date of the same ledger, from the world's first on
     */
    static LedgerDay write(
            Merchant merchant,
            LocalDate date,
            Balances opening,
            Function<LocalDate, List<Movement>> trades,
            Function<LocalDate, LedgerDay> past) {
        DayBook book = new DayBook(merchant, date, opening, past);
        book.postLateFees(trades.apply(date.minusDays(1)));
        book.post(trades.apply(date));
        merchant.addOddities(book);
        merchant.close(book);
        return new LedgerDay(date, book.funds, book.fees, book.sales, book.planted, book.balances());
    }

    LocalDate date() {
        return date;
    }

    LedgerDay daysAgo(int days) {
        return past.apply(date.minusDays(days));
    }

    Balances opening() {
        return opening;
    }

    Balances balances() {
        return new Balances(fundsBalance, feesBalance, nextPayout);
    }

    /** Net settlement: what is owed in fees is taken from the funds. Vipps marks it with ledger and date. */
    void retainFees() {
        if (feesBalance != 0) {
            long owed = feesBalance;
            fund("fees-retained", afterCutoff(0), ofDate(""), Optional.of(""), Optional.empty(), owed);
            fee("fees-retained", afterCutoff(0), ofDate(""), Optional.of(""), Optional.empty(), -owed);
        }
    }

    /** Gross settlement: what is owed in fees goes to an invoice, and the funds are left alone. */
    void invoiceFees() {
        if (feesBalance < 0) {
            fee("fees-invoiced", afterCutoff(0), ofDate(""), Optional.empty(), Optional.empty(), -feesBalance);
        }
    }

    /** The whole balance goes out; nothing happens when there is none or the merchant owes. */
    void payOut() {
        payOutAllBut(0);
    }

    /** {@code kept} øre stay on the ledger; nothing happens when there is no more than that. */
    void payOutAllBut(long kept) {
        if (fundsBalance > kept) {
            int number = nextPayout++;
            String text = ledger.market().payoutText(number, ledger.number(), date);
            String psp = ledger.ledgerId() + "-" + number;
            long amount = kept - fundsBalance;
            fund("payout-scheduled", afterCutoff(13), psp, Optional.of(text), Optional.empty(), amount);
        }
    }

    /** The merchant pays what it owes, so that the balance becomes zero. */
    void topUp() {
        if (fundsBalance < 0) {
            fund("top-up", afterCutoff(7), ofDate("T"), Optional.empty(), Optional.empty(), -fundsBalance);
        }
    }

    /** A row that Vipps makes by itself outside of settlement; its PSP reference is {@code letter} and the date. */
    void adjust(Planted.Kind kind, Topic topic, String entryType, String letter, long amount) {
        odd(topic, entryType, ofDate(letter), Optional.empty(), amount);
        plant(kind, topic, amount, ofDate(letter));
    }

    /** The money of a payout comes back to the ledger. */
    void abort(Entry payout) {
        odd(Topic.FUNDS, "payout-aborted", payout.pspReference(), Optional.empty(), -payout.amount());
        plant(Planted.Kind.PAYOUT_ABORTED, Topic.FUNDS, -payout.amount(), payout.pspReference());
    }

    void retain(Entry capture) {
        String psp = capture.pspReference();
        odd(Topic.FUNDS, "retained-disputed-capture", psp, capture.reference(), -capture.amount());
    }

    void giveBack(Entry capture) {
        String psp = capture.pspReference();
        odd(Topic.FUNDS, "returned-disputed-capture", psp, capture.reference(), capture.amount());
    }

    void retainForGood(Entry capture) {
        retain(capture);
        plant(Planted.Kind.DISPUTE_STANDING, Topic.FUNDS, -capture.amount(), capture.pspReference());
    }

    /** {@code amount} is positive. */
    void chargeLate(Entry capture, long amount) {
        long at = ledger.micros(date, NOON, 0);
        fee("capture-fee", at, capture.pspReference(), capture.reference(), capture.handle(), -amount);
        plant(Planted.Kind.LATE_FEE, Topic.FEES, -amount, capture.pspReference());
    }

    /** The last sale of the day gets a PSP reference, but no row on the ledger. */
    void sellWithoutMoney(Movement last, Sale sold) {
        String psp = PspReference.ofLast(ledger.slot(), date);
        sales.add(new SoldMovement(last, sold, Optional.of(psp)));
        plant(Planted.Kind.SALE_WITHOUT_MONEY, Topic.SALES, last.amount(), psp);
    }

    /** The day's first sale by card is told of once more, without its PSP reference; nothing happens on a day without. */
    void tellOfCardSaleTwice() {
        for (int i = 0; i < sales.size(); i++) {
            SoldMovement told = sales.get(i);
            boolean isCard = told.sale().payment() == Sale.Payment.CARD
                    && told.movement().amount() > 0;
            if (isCard && told.pspReference().isPresent()) {
                sales.add(i + 1, new SoldMovement(told.movement(), told.sale(), Optional.empty()));
                String psp = told.pspReference().orElseThrow();
                plant(Planted.Kind.SALE_TOLD_TWICE, Topic.SALES, told.movement().amount(), psp);
                return;
            }
        }
    }

    private void plant(Planted.Kind kind, Topic topic, long amount, String psp) {
        planted.add(new Planted(kind, ledger.ledgerId(), topic, date, amount, psp));
    }

    private void postLateFees(List<Movement> yesterday) {
        for (int i = 0; i < yesterday.size(); i++) {
            Movement movement = yesterday.get(i);
            if (movement.feesLate() && merchant.isOnLedger(movement, date.minusDays(1))) {
                String psp = PspReference.of(ledger.slot(), date.minusDays(1), i);
                postFees(movement, psp, ledger.micros(date, cutoff + 1500 + i % 3600, i % 1_000_000));
            }
        }
    }

    private void post(List<Movement> today) {
        for (int i = 0; i < today.size(); i++) {
            Movement movement = today.get(i);
            Optional<String> psp = merchant.isOnLedger(movement, date)
                    ? Optional.of(PspReference.of(ledger.slot(), date, i))
                    : Optional.empty();
            psp.ifPresent(text -> post(movement, text));
            movement.sale()
                    .filter(sale -> sale.solution().covers(movement.micros()))
                    .ifPresent(sale -> sales.add(new SoldMovement(movement, sale, psp)));
        }
    }

    private void post(Movement movement, String psp) {
        Optional<String> reference = Optional.of(movement.reference());
        fund(movement.entryType(), movement.micros(), psp, reference, handle(movement), movement.amount());
        if (!movement.feesLate()) {
            postFees(movement, psp, movement.micros());
        }
    }

    private void postFees(Movement movement, String psp, long micros) {
        for (long amount : movement.fees()) {
            fee("capture-fee", micros, psp, Optional.of(movement.reference()), handle(movement), -amount);
        }
    }

    private Optional<String> handle(Movement movement) {
        return Optional.of(ledger.units().get(movement.unit()).handle());
    }

    private void odd(Topic topic, String type, String psp, Optional<String> reference, long amount) {
        if (topic == Topic.FUNDS) {
            fund(type, afterCutoff(0), psp, reference, Optional.empty(), amount);
        } else {
            fee(type, afterCutoff(0), psp, reference, Optional.empty(), amount);
        }
    }

    private void fund(
            String type, long micros, String psp, Optional<String> reference, Optional<String> handle, long amount) {
        Entry entry = new Entry(type, micros, psp, reference, handle, amount, fundsBalance);
        fundsBalance = entry.balanceAfter();
        funds.add(entry);
    }

    private void fee(
            String type, long micros, String psp, Optional<String> reference, Optional<String> handle, long amount) {
        Entry entry = new Entry(type, micros, psp, reference, handle, amount, feesBalance);
        feesBalance = entry.balanceAfter();
        fees.add(entry);
    }

    private String ofDate(String letter) {
        return ledger.ledgerId() + "-" + letter + DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }

    private long afterCutoff(int seconds) {
        int spread = (int) (date.toEpochDay() % 600);
        return ledger.micros(date.plusDays(1), cutoff + SETTLED_AT + spread + seconds, 1 + spread * 997);
    }
}
