package no.avstemt.application.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.domain.time.Period;

/** The books as reports read them. Rows are handed over one by one, in order. */
public interface Books {

    Company company(ClientAccountId client);

    BooksVersion version(ClientAccountId client);

    /** The whole chart by account code; a chart fits in memory. */
    List<Account> chart(ClientAccountId client);

    /**
     * Sums of every account that has lines up to the end of the period, by account code and then by the value they are
     * split by, lines without a value last.
     */
    void balances(BalanceQuery query, Consumer<AccountBalance> each);

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

    /** Number of the latest event of the processing history; 0 when there is none. */
    long lastEvent(ClientAccountId client);

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
     */
    record BalanceQuery(
            ClientAccountId client,
            Period period,
            LocalDate resultFrom,
            Set<String> accountCodes,
            DimensionFilter dimensions,
            Optional<String> search,
            Split split) {

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

    /** Whose books they are, as the head of a report says it. */
    record Company(String name, OrgNumber organisationNumber, FiscalYear fiscalYear) {}

    record DimensionValue(DimensionType type, long id, String name) {}
}
