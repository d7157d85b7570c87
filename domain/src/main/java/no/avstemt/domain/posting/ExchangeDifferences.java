package no.avstemt.domain.posting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;

/**
 * Gains and losses of a ledger in another currency. What comes in stands at the rate of its day; what is paid out leaves at
 * the rate of its own day, but takes with it its share of the kroner that the whole balance stands at. The difference is
 * gained or lost on that date. An account that is empty in its currency is empty in kroner too.
 */
public final class ExchangeDifferences {

    private static final List<AccountRole> ROLES = List.of(
            AccountRole.VIPPS_FUNDS,
            AccountRole.VIPPS_FEES_OWED,
            AccountRole.FEES_IN_TRANSFER,
            AccountRole.PAYOUTS_IN_TRANSIT,
            AccountRole.CHARGEBACKS_IN_DISPUTE);

    /** What settles the balance of its topic's own account. */
    private static final Set<EntryType> SETTLING =
            EnumSet.of(EntryType.PAYOUT_SCHEDULED, EntryType.FEES_RETAINED, EntryType.FEES_INVOICED);

    private final LedgerBooks books;
    private final DimensionSet ledger;
    private final Map<AccountCode, Standing> standing = new HashMap<>();

    /** What an account stands at for one ledger: minor units of its currency, and øre. */
    public record Standing(long inCurrency, long inOre) {

        public static final Standing NOTHING = new Standing(0, 0);

        Standing plus(Standing other) {
            return new Standing(Math.addExact(inCurrency, other.inCurrency), Math.addExact(inOre, other.inOre));
        }

        Standing minus(Standing other) {
            return new Standing(
                    Math.subtractExact(inCurrency, other.inCurrency), Math.subtractExact(inOre, other.inOre));
        }
    }

    /** @param before what is booked already, of {@link #accounts} */
    public ExchangeDifferences(LedgerBooks books, Map<AccountCode, Standing> before) {
        this.books = books;
        this.ledger = DimensionSet.related(
                new DimensionRef(DimensionType.BANKACC, books.ledger().value()));
        standing.putAll(before);
    }

    /** Those that differences can arise on. */
    public static Set<AccountCode> accounts(LedgerBooks books) {
        Set<AccountCode> accounts = new LinkedHashSet<>();
        ROLES.forEach(role -> accounts.add(books.chart().account(role)));
        return accounts;
    }

    /**
     * What the date's bookings gained and lost, as an entry of its own; none where nothing is left over.
     *
     * @param booked all of the date, after those of the dates before it
     * @param entries that were booked
     */
    public Optional<BookedDay> on(LocalDate day, List<BookedDay> booked, List<StoredEntry> entries) {
        Valuation valuation = books.valuedOn(day);
        List<JournalLine> lines = new ArrayList<>();
        for (AccountCode account : accounts(books)) {
            Standing after = standing(account).plus(moved(account, booked));
            long right = right(after, settled(account, entries, valuation), valuation);
            long difference = Math.subtractExact(right, after.inOre());
            if (difference != 0) {
                add(lines, account, difference, day, valuation);
            }
            standing.put(account, new Standing(after.inCurrency(), right));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(entry(day, lines));
    }

    private Standing standing(AccountCode account) {
        return standing.getOrDefault(account, Standing.NOTHING);
    }

    private Standing moved(AccountCode account, List<BookedDay> booked) {
        return booked.stream()
                .flatMap(day -> day.entry().lines().stream())
                .filter(line -> line.account().equals(account)
                        && line.dimensions().of(DimensionType.BANKACC).equals(ledger.of(DimensionType.BANKACC)))
                .map(line -> new Standing(line.currencyAmount(), line.amount()))
                .reduce(Standing.NOTHING, Standing::plus);
    }

    private Standing settled(AccountCode account, List<StoredEntry> entries, Valuation valuation) {
        return entries.stream()
                .map(StoredEntry::entry)
                .filter(entry -> SETTLING.contains(entry.type())
                        && books.chart().account(entry.topic().account()).equals(account))
                .map(SettlementEntry::amount)
                .map(amount -> new Standing(amount.minor(), valuation.inOre(amount.minor())))
                .reduce(Standing.NOTHING, Standing::plus);
    }

    /** The kroner that a balance ought to stand at. One that was paid out beyond what there was begins anew. */
    private static long right(Standing after, Standing settled, Valuation valuation) {
        if (after.inCurrency() == 0) {
            return 0;
        }
        if (settled.inCurrency() == 0) {
            return after.inOre();
        }
        Standing before = after.minus(settled);
        boolean isPart = Long.signum(before.inCurrency()) == Long.signum(after.inCurrency())
                && Math.abs(after.inCurrency()) < Math.abs(before.inCurrency());
        return isPart ? share(before, after.inCurrency()) : valuation.inOre(after.inCurrency());
    }

    private static long share(Standing whole, long part) {
        return BigDecimal.valueOf(whole.inOre())
                .multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(whole.inCurrency()), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private void add(
            List<JournalLine> lines, AccountCode account, long difference, LocalDate day, Valuation valuation) {
        String text = books.texts().exchangeDifference(books.ledger(), day);
        AccountRole role = difference > 0 ? AccountRole.CURRENCY_GAINS : AccountRole.CURRENCY_LOSSES;
        lines.add(JournalLine.inCurrency(
                        lines.size() + 1,
                        account,
                        difference,
                        new Money(0, valuation.currency()),
                        valuation.rate(),
                        ledger,
                        text)
                .onLedgerDate(day));
        lines.add(JournalLine.inKroner(
                        lines.size() + 1,
                        books.chart().account(role),
                        Math.negateExact(difference),
                        DimensionSet.NONE,
                        text)
                .onLedgerDate(day));
    }

    private BookedDay entry(LocalDate day, List<JournalLine> lines) {
        Voucher voucher = new Voucher(Voucher.Kind.VIPPS_SETTLEMENT, books.ledger() + "/funds/" + day);
        String description = books.texts().exchangeDifference(books.ledger(), day);
        return new BookedDay(
                new JournalEntry(day, description, voucher, BookedDay.CREATED_BY, lines, List.of()), List.of(), 0, 0);
    }
}
