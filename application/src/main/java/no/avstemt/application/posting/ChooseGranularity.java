package no.avstemt.application.posting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.posting.Granularities;
import no.avstemt.domain.posting.Granularities.Choice;
import no.avstemt.domain.posting.Granularity;

/** Chooses how much one journal entry from Vipps holds, for ledger dates that no ledger of the client account has booked. */
public final class ChooseGranularity {

    private final UnitOfWork unit;
    private final Clock clock;

    public ChooseGranularity(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** @param firstNotBooked from when another choice would hold; none while nothing is booked */
    public record Chosen(Granularity granularity, Optional<LocalDate> firstNotBooked) {}

    public Chosen show(ClientAccountId client) {
        return unit.read(
                Set.of(client),
                stores -> new Chosen(stores.granularities().chosen(client).latest(), firstNotBooked(stores, client)));
    }

    public void run(ClientAccountId client, Actor actor, Granularity wanted) {
        unit.write(Set.of(client), stores -> {
            stores.journal().lockHead(client);
            Granularities before = stores.granularities().chosen(client);
            if (before.latest() != wanted) {
                Optional<LocalDate> from = firstNotBooked(stores, client);
                stores.granularities().choose(client, new Choice(from.orElse(LocalDate.EPOCH), wanted));
                record(stores, client, actor, before.latest(), wanted, from);
            }
            return wanted;
        });
    }

    private static Optional<LocalDate> firstNotBooked(Stores stores, ClientAccountId client) {
        return stores.ledgers().of(client).stream()
                .flatMap(ledger -> stores.ledgers().state(client, ledger.id()).bookedTo().stream())
                .max(LocalDate::compareTo)
                .map(booked -> booked.plusDays(1));
    }

    private void record(
            Stores stores,
            ClientAccountId client,
            Actor actor,
            Granularity before,
            Granularity after,
            Optional<LocalDate> from) {
        stores.audit()
                .record(
                        client,
                        new AuditEvent(
                                clock.instant(),
                                actor,
                                AuditAction.GRANULARITY_CHANGED,
                                from.map(LocalDate::toString).orElse(""),
                                Map.of("granularity", before.name()),
                                Map.of("granularity", after.name())));
    }
}
