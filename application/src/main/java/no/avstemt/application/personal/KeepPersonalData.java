package no.avstemt.application.personal;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.time.Oslo;

/** Chooses whether personal data of payments is asked for, shows it while it is kept, and deletes it in time. */
public final class KeepPersonalData {

    private static final Actor PROGRAM = Actor.system("Avstemt");

    private final UnitOfWork unit;
    private final Clock clock;

    public KeepPersonalData(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    public Optional<PersonalDataChoice> show(ClientAccountId client) {
        return unit.read(Set.of(client), stores -> stores.personalData().find(client));
    }

    /** A shorter time deletes at once what is older. */
    public PersonalDataChoice choose(ClientAccountId client, Actor actor, String reason, int keptDays) {
        Instant now = clock.instant();
        return unit.write(Set.of(client), stores -> {
            PersonalDataStore store = stores.personalData();
            Optional<PersonalDataChoice> before = store.find(client);
            PersonalDataChoice choice = new PersonalDataChoice(
                    reason, keptDays, before.map(PersonalDataChoice::chosenAt).orElse(now));
            if (!before.equals(Optional.of(choice))) {
                store.choose(client, choice);
                record(stores, client, actor, facts(before), facts(Optional.of(choice)));
                deleted(stores, client, actor, store.deleteBefore(client, choice.keptFrom(now)), choice);
            }
            return choice;
        });
    }

    /** Deletes what there is. */
    public void refuse(ClientAccountId client, Actor actor) {
        unit.write(Set.of(client), stores -> {
            PersonalDataStore store = stores.personalData();
            Optional<PersonalDataChoice> before = store.find(client);
            if (before.isPresent()) {
                store.refuse(client);
                int deleted = store.deleteAll(client);
                Map<String, String> after = new HashMap<>(facts(Optional.empty()));
                after.put("deleted", Integer.toString(deleted));
                record(stores, client, actor, facts(before), after);
            }
            return true;
        });
    }

    /** Of a settlement entry, as Vipps's JSON; empty once its time has passed, whether it is deleted yet or not. */
    public Optional<String> of(ClientAccountId client, long settlementEntryId) {
        return unit.read(
                Set.of(client),
                stores -> stores.personalData()
                        .find(client)
                        .flatMap(choice ->
                                stores.personalData().of(client, settlementEntryId, choice.keptFrom(clock.instant()))));
    }

    /** Of every client account, what its time has passed for; the history tells how many, and until when they were paid. */
    public void deleteOld() {
        List<ClientAccountId> all =
                unit.read(Set.of(), stores -> stores.clients().allIds());
        Instant now = clock.instant();
        all.forEach(client -> unit.write(Set.of(client), stores -> {
            PersonalDataStore store = stores.personalData();
            store.find(client)
                    .ifPresent(choice ->
                            deleted(stores, client, PROGRAM, store.deleteBefore(client, choice.keptFrom(now)), choice));
            return true;
        }));
    }

    private void deleted(Stores stores, ClientAccountId client, Actor actor, int entries, PersonalDataChoice choice) {
        if (entries > 0) {
            Map<String, String> after = Map.of(
                    "deleted",
                    Integer.toString(entries),
                    "paid_before",
                    choice.keptFrom(clock.instant())
                            .atZone(Oslo.ZONE)
                            .toLocalDate()
                            .toString());
            record(stores, client, actor, AuditAction.PERSONAL_DATA_DELETED, Map.of(), after);
        }
    }

    private static Map<String, String> facts(Optional<PersonalDataChoice> choice) {
        return choice.map(chosen -> Map.of(
                        "personal_data",
                        "true",
                        "reason",
                        chosen.reason(),
                        "kept_days",
                        Integer.toString(chosen.keptDays())))
                .orElse(Map.of("personal_data", "false"));
    }

    private void record(
            Stores stores, ClientAccountId client, Actor actor, Map<String, String> before, Map<String, String> after) {
        record(stores, client, actor, AuditAction.PERSONAL_DATA_CHANGED, before, after);
    }

    private void record(
            Stores stores,
            ClientAccountId client,
            Actor actor,
            AuditAction action,
            Map<String, String> before,
            Map<String, String> after) {
        stores.audit().record(client, new AuditEvent(clock.instant(), actor, action, "", before, after));
    }
}
