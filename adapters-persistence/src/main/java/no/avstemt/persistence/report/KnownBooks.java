package no.avstemt.persistence.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import no.avstemt.application.report.Books.AccountLines;
import no.avstemt.application.report.Books.AccountMonth;
import no.avstemt.application.report.BooksVersion;
import no.avstemt.application.report.LineQuery;
import no.avstemt.domain.client.ClientAccountId;

/**
 * What was read before and would be read again: the last chart of each client account, and what the lines of a question
 * come to on each account, in each month of an account and on each day of a month, for other pages of the same ledger.
 * Of those asked for last, and never what the database would not answer: every posting moves the end of the chain, and
 * every change to an account counts up the chart's version, in the transaction that makes it; whoever asks here has read
 * both in the transaction that the answer is for. So it does not matter whether this copy of the program made the change
 * or another.
 *
 * <p>Safe for use by many threads.
 */
public final class KnownBooks {

    private static final int CHARTS = 200;
    private static final int QUESTIONS = 100;
    private static final int ACCOUNTS = 500;
    private static final int MONTHS = 2_000;

    private final Map<ClientAccountId, KnownChart> charts = new LastUsed<>(CHARTS);
    private final Answers<LineQuery, AccountLines> accounts = new Answers<>(QUESTIONS);
    private final Answers<OfAccount, AccountMonth> months = new Answers<>(ACCOUNTS);
    private final Answers<OfMonth, LineDay> days = new Answers<>(MONTHS);

    private record KnownChart(long version, Chart chart) {}

    record OfAccount(LineQuery query, long accountId) {}

    record OfMonth(LineQuery query, long accountId, LocalDate month) {}

    private static final class LastUsed<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1;

        private final int most;

        private LastUsed(int most) {
            super(16, 0.75F, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }

    /** What one kind of question was answered, by books that have not changed since. */
    static final class Answers<Q, A> {

        private final Map<Asked<Q>, List<A>> known;

        private record Asked<Q>(Q question, BooksVersion version) {}

        private Answers(int most) {
            this.known = new LastUsed<>(most);
        }

        /**
         * @param question one that counters answer: nothing but postings changes what they say
         * @param version of the books that are read; none when what is read must not be kept
         */
        List<A> get(Q question, Optional<BooksVersion> version, Supplier<List<A>> read) {
            Optional<Asked<Q>> asked = version.map(some -> new Asked<>(question, some));
            return asked.flatMap(this::find).orElseGet(() -> {
                List<A> answer = List.copyOf(read.get());
                asked.ifPresent(some -> keep(some, answer));
                return answer;
            });
        }

        private synchronized Optional<List<A>> find(Asked<Q> asked) {
            return Optional.ofNullable(known.get(asked));
        }

        private synchronized void keep(Asked<Q> asked, List<A> answer) {
            known.put(asked, answer);
        }
    }

    synchronized Optional<Chart> chart(ClientAccountId client, BooksVersion version) {
        return Optional.ofNullable(charts.get(client))
                .filter(known -> known.version() == version.chartVersion())
                .map(KnownChart::chart);
    }

    synchronized void keep(ClientAccountId client, BooksVersion version, Chart chart) {
        charts.put(client, new KnownChart(version.chartVersion(), chart));
    }

    Answers<LineQuery, AccountLines> accounts() {
        return accounts;
    }

    Answers<OfAccount, AccountMonth> months() {
        return months;
    }

    Answers<OfMonth, LineDay> days() {
        return days;
    }
}
