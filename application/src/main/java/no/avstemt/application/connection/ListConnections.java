package no.avstemt.application.connection;

import java.time.Clock;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.connection.ConnectionStore.Failed;
import no.avstemt.application.connection.ConnectionStore.ListedLedger;
import no.avstemt.application.connection.ConnectionStore.Overview;
import no.avstemt.application.connection.ConnectionStore.Owner;
import no.avstemt.application.connection.ConnectionStore.WaitingLedger;
import no.avstemt.application.settlement.DateCheckStore;
import no.avstemt.application.settlement.FeedState;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.LedgerStore;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.settlement.Stream;
import no.avstemt.application.settlement.TopicState;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;

/** What the office knows of its connections and their ledgers, without asking Vipps. */
public final class ListConnections {

    private static final Comparator<Listed> IN_ORDER = Comparator.comparing(Listed::isInUse)
            .thenComparing(each -> each.id().value());

    private final UnitOfWork unit;
    private final Clock clock;

    public ListConnections(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    public List<Overview> all() {
        return unit.read(Set.of(), stores -> stores.connections().all());
    }

    public Optional<Connection> find(ConnectionId connection) {
        return unit.read(Set.of(), stores -> stores.connections().find(connection));
    }

    /** Why a connection has no newer list; none when the last one came. */
    public Optional<Failed> failed(ConnectionId connection) {
        return all().stream()
                .filter(row -> row.connection().id().equals(connection))
                .findFirst()
                .flatMap(Overview::failed);
    }

    /** The onboarding queue: ledgers that no client account has, the longest known first. */
    public List<WaitingLedger> waiting() {
        return unit.read(Set.of(), stores -> stores.connections().waiting());
    }

    public List<ListedLedger> ledgers(ConnectionId connection) {
        return unit.read(Set.of(), stores -> stores.connections().ledgers(connection));
    }

    public Optional<ListedLedger> ledger(ConnectionId connection, LedgerId ledger) {
        return unit.read(Set.of(), stores -> stores.connections().ledger(connection, ledger));
    }

    /** Of all connections, by id, those not taken into use first. */
    public List<KnownLedger> known() {
        List<Listed> listed = unit.read(
                Set.of(),
                stores -> stores.connections().all().stream()
                        .map(row -> row.connection().id())
                        .flatMap(id -> stores.connections().ledgers(id).stream().map(each -> new Listed(id, each)))
                        .sorted(IN_ORDER)
                        .toList());
        Set<ClientAccountId> owners = listed.stream()
                .flatMap(each -> each.ledger().owner().stream())
                .map(Owner::client)
                .collect(Collectors.toSet());
        return unit.read(
                owners,
                stores -> listed.stream()
                        .map(each -> known(each, stores.ledgers(), stores.dateChecks()))
                        .toList());
    }

    private record Listed(ConnectionId connection, ListedLedger ledger) {

        boolean isInUse() {
            return ledger.owner().isPresent();
        }

        LedgerId id() {
            return ledger.ledger().id();
        }
    }

    private KnownLedger known(Listed listed, LedgerStore ledgers, DateCheckStore checks) {
        Optional<ClientAccountId> client = listed.ledger().owner().map(Owner::client);
        Map<Stream, FeedState> streams = new EnumMap<>(Stream.class);
        for (Stream stream : Stream.values()) {
            client.flatMap(id -> ledgers.feed(id, listed.id(), stream)).ifPresent(feed -> streams.put(stream, feed));
        }
        return new KnownLedger(
                listed.connection(),
                listed.ledger(),
                client.map(id -> ledgers.state(id, listed.id())),
                streams,
                client.map(id -> topics(id, listed.id(), streams, ledgers)).orElse(List.of()),
                client.map(id -> checks.progress(id, listed.id())).orElse(Map.of()));
    }

    private List<TopicState> topics(
            ClientAccountId client, LedgerId ledger, Map<Stream, FeedState> streams, LedgerStore ledgers) {
        LocalTime cutoff = ledgers.of(client).stream()
                .filter(own -> own.id().equals(ledger))
                .map(OwnLedger::cutoff)
                .findFirst()
                .orElse(LocalTime.MIDNIGHT);
        LedgerState state = ledgers.state(client, ledger);
        return Arrays.stream(Stream.values())
                .map(stream ->
                        TopicState.of(cutoff, stream, Optional.ofNullable(streams.get(stream)), state, clock.instant()))
                .toList();
    }
}
