package no.avstemt.application.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.domain.time.Period;
import no.avstemt.domain.time.VatTerm;

/** The books as reports read them. Rows are handed over one by one, in order. */
public interface Books {

    Company company(ClientAccountId client);

    BooksVersion version(ClientAccountId client);

    /** Another text each time a draft is written, changed or deleted; never empty. */
    String draftsVersion(ClientAccountId client);

    /**
     * How many drafts of these days no report counts: those that do not balance, or have an amount on no account. A
     * report that counts drafts says it.
     */
    long draftsLeftOut(ClientAccountId client, Period days);

    /** The whole chart by account code; a chart fits in memory. */
    List<Account> chart(ClientAccountId client);

    /** Codes of the account that has a role and of those that had it before: what was booked on them still counts. */
    default Set<String> accountsOf(ClientAccountId client, AccountRole role) {
        return accountsOf(client, Set.of(role)).getOrDefault(role, Set.of());
    }

    /** The same, of each of these roles. */
    Map<AccountRole, Set<String>> accountsOf(ClientAccountId client, Set<AccountRole> roles);

    /**
     * Sums of every account that has lines up to the end of the period, by account code and then by the value they are
     * split by, lines without a value last.
     */
    void balances(BalanceQuery query, Consumer<AccountBalance> each);

    /**
     * What result accounts moved in each month of the period, by account code, then by the value they are split by as
     * above, then by month. They can be split by a dimension, not by relation.
     */
    void movements(BalanceQuery query, Consumer<MonthMovement> each);

    /** What the lines asked for come to on every account that has lines up to the end of the period, by account code. */
    void accounts(LineQuery query, Consumer<AccountLines> each);

    /** How the lines asked for on one account spread over the months of the period, by month. */
    List<AccountMonth> months(LineQuery query, long accountId);

    /**
     * Where in one of those months a line is, and what is moved before it.
     *
     * @param lines how many of the month's lines come before it; fewer than the month has
     */
    Place place(LineQuery query, AccountMonth month, long lines);

    /**
     * What the lines asked for come to on every account and customer or supplier, of those that have lines up to the end
     * of the period. On balance accounts only: results of earlier years are not moved.
     */
    void partnerSums(LineQuery query, BiConsumer<Optional<Long>, AccountLines> each);

    /** What the dimension values with these ids are called, by id. */
    Map<Long, String> names(ClientAccountId client, Set<Long> ids);

    /** By id. */
    Map<Long, Partner> partners(ClientAccountId client, Set<Long> ids);

    /** Where the first line of a stretch is; {@code moved} is counted from the first of the period. */
    Place partnerPlace(LineQuery query, PartnerStretch stretch);

    /** The lines of each stretch, one stretch after the other. */
    void partnerLines(LineQuery query, List<PartnerStretch> stretches, Consumer<LedgerLine> each);

    /** Lines of drafts that are counted and asked for, up to the end of the period; by date, those of a draft together. */
    void drafts(LineQuery query, Consumer<LedgerLine> each);

    /**
     * What is open on accounts at the end of a day, by customer or supplier and age. Lines that were matched with each
     * other are not, when they come to zero with that customer or supplier.
     *
     * @param only empty for all
     */
    void aged(
            ClientAccountId client, Set<String> accountCodes, LocalDate day, Optional<Long> only, Consumer<Aged> each);

    /** How many entries are posted in the period. */
    long countEntries(ClientAccountId client, Period period);

    /**
     * The lines of entries posted in the period, by fiscal year and number.
     *
     * @param most how many entries
     */
    void entries(ClientAccountId client, Period period, long offset, int most, Consumer<LedgerLine> each);

    /** First days of the months that have something posted, of those that have a day in the period; the earliest first. */
    List<LocalDate> postedMonths(ClientAccountId client, Period period);

    /** What lines with a tax code say of base and tax, by code and day, in ledger sign. */
    void taxes(ClientAccountId client, Period period, Consumer<TaxOfDay> each);

    /** What accounts moved by in the entries of the period that also have a line on one of some others. */
    void movedTogether(
            ClientAccountId client,
            Period period,
            Set<String> accountCodes,
            Set<String> others,
            Consumer<MovedOfDay> each);

    /** Another text each time an event of the processing history is added; never empty. */
    String eventsVersion(ClientAccountId client);

    long countEvents(HistoryQuery query);

    /** By time. */
    void events(HistoryQuery query, long offset, int most, Consumer<PastEvent> each);

    /** The lines of each stretch, one stretch after the other. */
    void lines(LineQuery query, List<Stretch> stretches, Consumer<LedgerLine> each);

    /**
     * @param resultFrom the first day of the fiscal year that holds the period's first: results before it are handed
     *     over on the account of undisposed results
     * @param accountCodes empty for all
     * @param search lines whose texts have this in them, and all lines of accounts whose code or name has
     * @param draftsToo lines of drafts that balance count as if they were posted
     */
    record BalanceQuery(
            ClientAccountId client,
            Period period,
            LocalDate resultFrom,
            Set<String> accountCodes,
            DimensionFilter dimensions,
            Optional<String> search,
            Split split,
            boolean draftsToo) {

        public BalanceQuery {
            accountCodes = Set.copyOf(accountCodes);
            if (resultFrom.isAfter(period.first()) || resultFrom.getDayOfMonth() != 1) {
                throw new IllegalArgumentException("A fiscal year begins with a month, and before the period in it: "
                        + resultFrom + ", " + period.first());
            }
        }
    }

    /**
     * What the lines of one account are told apart by. A line has at most one value per type, so it stands in exactly one
     * sum.
     *
     * @param byRelation by the line's own relation, on accounts that have a relation type
     * @param byType by this dimension, on every account; then relations say nothing
     */
    record Split(boolean byRelation, Optional<DimensionType> byType) {

        public static final Split NONE = new Split(false, Optional.empty());
        public static final Split BY_RELATION = new Split(true, Optional.empty());

        public Split {
            if (byRelation && byType.isPresent()) {
                throw new IllegalArgumentException("Split by relation or by " + byType.get() + ", not both");
            }
        }

        public static Split by(DimensionType type) {
            return new Split(false, Optional.of(type));
        }

        public boolean isNone() {
            return !byRelation && byType.isEmpty();
        }
    }

    /**
     * @param value what its lines are about; none for those without, and where nothing is split
     * @param incoming øre in ledger sign, before the period
     * @param debit,credit øre moved in the period, each counted on its own side
     */
    record AccountBalance(long accountId, Optional<DimensionValue> value, long incoming, long debit, long credit) {}

    /**
     * @param value as in {@link AccountBalance}
     * @param month its first day
     * @param debit,credit øre moved in those of its days that are in the period
     */
    record MonthMovement(long accountId, Optional<DimensionValue> value, LocalDate month, long debit, long credit) {}

    /**
     * @param incoming øre in ledger sign, before the period; results as {@link BalanceQuery} says
     * @param debit,credit øre moved in the period, each counted on its own side
     * @param lines how many of those asked for are in the period
     */
    record AccountLines(long accountId, long incoming, long debit, long credit, long lines) {}

    /**
     * @param month its first day
     * @param lines how many of those asked for; never 0
     */
    record AccountMonth(long accountId, LocalDate month, long debit, long credit, long lines) {

        long moved() {
            return Math.subtractExact(debit, credit);
        }
    }

    /**
     * A line, by its day and how many lines of that day come before it.
     *
     * @param moved øre in ledger sign on the lines before it in its month
     */
    record Place(LocalDate day, long skipped, long moved) {}

    /**
     * Lines of one account that follow each other.
     *
     * @param day where it begins, not counting the first {@code skipped} lines of that day
     * @param lines how many
     */
    record Stretch(long accountId, LocalDate day, long skipped, long lines) {}

    /**
     * Lines of one account about one customer or supplier that follow each other.
     *
     * @param partner none for lines that are about nobody
     * @param before how many come before them in the period
     * @param lines how many
     */
    record PartnerStretch(long accountId, Optional<Long> partner, long before, long lines) {}

    /**
     * A customer or supplier.
     *
     * @param key its number in the books
     */
    record Partner(long id, String key, String name, Optional<String> organisationNumber) {

        /** As a specification names it. */
        String label() {
            return key + " " + name
                    + organisationNumber.map(number -> " (" + number + ")").orElse("");
        }
    }

    /** Whose books they are, as the head of a report says it. */
    record Company(String name, OrgNumber organisationNumber, FiscalYear fiscalYear, VatTerm vatTerm) {}

    /** @param open øre in ledger sign: not due, then 1 to 30, 31 to 60, 61 to 90 and more than 90 days after */
    record Aged(Optional<Long> partner, List<Long> open) {

        public static final int AGES = 5;

        public Aged {
            open = List.copyOf(open);
        }
    }

    /** @param base,tax øre; a line that does not say them is its own base, without tax */
    record TaxOfDay(String code, LocalDate day, long base, long tax) {}

    /** @param moved øre in ledger sign */
    record MovedOfDay(String accountCode, LocalDate day, long moved) {}

    record DimensionValue(DimensionType type, long id, String name) {

        /** As a filter names it. */
        String reference() {
            return type.apiName() + ":" + id;
        }
    }
}
