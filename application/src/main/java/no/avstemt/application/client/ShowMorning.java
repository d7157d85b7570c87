package no.avstemt.application.client;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.access.Caller;
import no.avstemt.application.client.ClientStore.ClientOverview;
import no.avstemt.application.finding.FindingStore.StoredFinding;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.time.Oslo;

/** All client accounts that the caller may see, what needs a person, and what is being fetched. */
public final class ShowMorning {

    private static final int MOST_FINDINGS = 10;

    private final UnitOfWork unit;
    private final ListClients listClients;
    private final Clock clock;

    public ShowMorning(UnitOfWork unit, ListClients listClients, Clock clock) {
        this.unit = unit;
        this.listClients = listClients;
        this.clock = clock;
    }

    /**
     * @param findings those that come first, then those with the largest amounts
     * @param fetching how far a round has come, of those client accounts that are in one
     * @param waiting how many ledgers wait to be taken into use; nothing for whom they are no business of
     */
    public record Morning(
            List<ClientOverview> clients,
            List<StoredFinding> findings,
            Map<ClientAccountId, Fetching> fetching,
            int waiting) {

        public Morning {
            clients = List.copyOf(clients);
            findings = List.copyOf(findings);
            fetching = Map.copyOf(fetching);
        }

        /** Open findings and stopped rounds, all of them. */
        public long needs() {
            return clients.stream()
                    .mapToLong(row -> row.openFindings() + (row.failure().isPresent() ? 1 : 0))
                    .sum();
        }
    }

    public Morning run(Caller caller) {
        Instant now = clock.instant();
        List<Morning> parts = ListClients.slices(listClients.visible(caller)).stream()
                .map(slice -> unit.read(slice, stores -> part(stores, now)))
                .toList();
        Map<ClientAccountId, Fetching> fetching = new HashMap<>();
        parts.forEach(part -> fetching.putAll(part.fetching()));
        return new Morning(
                parts.stream().flatMap(part -> part.clients().stream()).toList(),
                parts.stream()
                        .flatMap(part -> part.findings().stream())
                        .sorted(Comparator.comparing((StoredFinding found) ->
                                        found.finding().code().comesFirst())
                                .thenComparingLong(found ->
                                        Math.abs(found.finding().amount().minor()))
                                .reversed())
                        .limit(MOST_FINDINGS)
                        .toList(),
                fetching,
                waiting(caller));
    }

    private int waiting(Caller caller) {
        boolean ofOffice = caller.scope().everyClient() && caller.mayWrite();
        return ofOffice
                ? unit.read(Set.of(), stores -> stores.connections().waiting().size())
                : 0;
    }

    private static Morning part(Stores stores, Instant now) {
        List<ClientOverview> clients = stores.clients().overviews();
        List<LedgerProgress> read = stores.clientReads().beingFetched(now.minus(LedgerProgress.STILL_FETCHING));
        return new Morning(clients, stores.findings().openOfAll(MOST_FINDINGS), fetching(clients, read, now), 0);
    }

    private static Map<ClientAccountId, Fetching> fetching(
            List<ClientOverview> clients, List<LedgerProgress> read, Instant now) {
        Map<ClientAccountId, ClientOverview> byId =
                clients.stream().collect(Collectors.toMap(row -> row.client().id(), Function.identity()));
        LocalDate yesterday = LocalDate.ofInstant(now, Oslo.ZONE).minusDays(1);
        Map<ClientAccountId, Fetching> fetching = new HashMap<>();
        read.stream().collect(Collectors.groupingBy(LedgerProgress::client)).forEach((client, ledgers) -> {
            ClientOverview row = byId.get(client);
            if (row != null) {
                Fetching.of(ledgers, row.client().startDate(), yesterday, now)
                        .ifPresent(going -> fetching.put(client, going));
            }
        });
        return fetching;
    }
}
