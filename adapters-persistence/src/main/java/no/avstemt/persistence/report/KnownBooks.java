package no.avstemt.persistence.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.report.Books.AccountLines;
import no.avstemt.application.report.BooksVersion;
import no.avstemt.application.report.LineQuery;
import no.avstemt.domain.client.ClientAccountId;

/**
 * What was read before and would be read again: the last chart of each client account, and what the lines of a question
 * come to on each account, for the next page of the same ledger. Of those asked for last, and never what the database
 * would not answer: every posting moves the end of the chain, and every change to an account counts up the chart's
 * version, in the transaction that makes it; whoever asks here has read both in the transaction that the answer is for.
 * So it does not matter whether this copy of the program made the change or another.
 *
 * <p>Safe for use by many threads.
 */
public final class KnownBooks {

    private static final int CHARTS = 200;
    private static final int SUMS = 100;

    private final Map<ClientAccountId, KnownChart> charts = new LastUsed<>(CHARTS);
    private final Map<Asked, List<AccountLines>> sums = new LastUsed<>(SUMS);

    private record KnownChart(long version, Chart chart) {}

    private record Asked(LineQuery query, BooksVersion version) {}

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

    synchronized Optional<Chart> chart(ClientAccountId client, BooksVersion version) {
        return Optional.ofNullable(charts.get(client))
                .filter(known -> known.version() == version.chartVersion())
                .map(KnownChart::chart);
    }

    synchronized void keep(ClientAccountId client, BooksVersion version, Chart chart) {
        charts.put(client, new KnownChart(version.chartVersion(), chart));
    }

    /** @param query one that counters answer: nothing but postings changes what they say */
    synchronized Optional<List<AccountLines>> sums(LineQuery query, BooksVersion version) {
        return Optional.ofNullable(sums.get(new Asked(query, version)));
    }

    synchronized void keep(LineQuery query, BooksVersion version, List<AccountLines> lines) {
        sums.put(new Asked(query, version), List.copyOf(lines));
    }
}
