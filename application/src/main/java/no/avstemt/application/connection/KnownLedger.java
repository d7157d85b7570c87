package no.avstemt.application.connection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.connection.ConnectionStore.ListedLedger;
import no.avstemt.application.settlement.DateCheckStore;
import no.avstemt.application.settlement.FeedState;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.Stream;
import no.avstemt.application.settlement.TopicState;

/**
 * A ledger that a connection sees, and how far it is read where it is in use.
 *
 * @param state none of a ledger that waits to be taken into use
 * @param streams those of which anything was asked
 * @param topics all of a ledger in use
 * @param compared those of which any date was compared with Vipps's report of it
 */
public record KnownLedger(
        ConnectionId connection,
        ListedLedger listed,
        Optional<LedgerState> state,
        Map<Stream, FeedState> streams,
        List<TopicState> topics,
        Map<Stream, DateCheckStore.Progress> compared) {

    public KnownLedger {
        streams = Map.copyOf(streams);
        topics = List.copyOf(topics);
        compared = Map.copyOf(compared);
    }
}
