package no.avstemt.application.register;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.register.Register.Found;
import no.avstemt.application.register.Register.Search;
import no.avstemt.application.register.Register.Stored;
import no.avstemt.application.register.Register.Written;
import no.avstemt.domain.client.ClientAccountId;

/** Lists, adds, changes and removes what one register holds, and writes each change to the processing history. */
public final class KeepRegister<T> {

    private static final String NUMBER = "number";

    private final UnitOfWork unit;
    private final RegisterKind<T> kind;
    private final Clock clock;

    public KeepRegister(UnitOfWork unit, RegisterKind<T> kind, Clock clock) {
        this.unit = unit;
        this.kind = kind;
        this.clock = clock;
    }

    /**
     * How a change went.
     *
     * @param stored as it is now, or was before it was removed
     * @param objection why nothing was done; none together with nothing stored where there is no such thing
     */
    public record Kept<T>(Optional<Stored<T>> stored, Optional<Objection> objection) {

        static <T> Kept<T> done(long id, T thing) {
            return new Kept<>(Optional.of(new Stored<>(id, thing)), Optional.empty());
        }

        static <T> Kept<T> refused(Objection objection) {
            return new Kept<>(Optional.empty(), Optional.of(objection));
        }

        static <T> Kept<T> unknown() {
            return new Kept<>(Optional.empty(), Optional.empty());
        }
    }

    public Found<T> page(ClientAccountId client, Search search, long offset, int limit) {
        return unit.read(Set.of(client), stores -> kind.register().apply(stores).page(client, search, offset, limit));
    }

    public Optional<Stored<T>> find(ClientAccountId client, long id) {
        return unit.read(Set.of(client), stores -> kind.register().apply(stores).find(client, id));
    }

    public Kept<T> add(ClientAccountId client, Actor actor, T thing) {
        return unit.write(Set.of(client), stores -> {
            Optional<Objection> objection = kind.check().of(stores, client, thing);
            if (objection.isPresent()) {
                return Kept.refused(objection.get());
            }
            Register<T> register = kind.register().apply(stores);
            Optional<Long> id = register.add(client, thing);
            if (id.isEmpty()) {
                return Kept.refused(objection(Written.NUMBER_TAKEN, thing));
            }
            T now = register.find(client, id.get()).orElseThrow().thing();
            record(
                    stores,
                    client,
                    actor,
                    kind.actions().added(),
                    now,
                    Map.of(),
                    kind.described().apply(now));
            return Kept.done(id.get(), now);
        });
    }

    public Kept<T> change(ClientAccountId client, Actor actor, long id, T thing) {
        return unit.write(Set.of(client), stores -> {
            Register<T> register = kind.register().apply(stores);
            Optional<Stored<T>> before = register.find(client, id);
            if (before.isEmpty()) {
                return Kept.unknown();
            }
            Optional<Objection> objection = kind.check().of(stores, client, thing);
            if (objection.isPresent()) {
                return Kept.refused(objection.get());
            }
            Written written = register.change(client, id, thing);
            if (written != Written.DONE) {
                return Kept.refused(objection(written, thing));
            }
            T now = register.find(client, id).orElseThrow().thing();
            recordChange(stores, client, actor, before.get().thing(), now);
            return Kept.done(id, now);
        });
    }

    public Kept<T> remove(ClientAccountId client, Actor actor, long id) {
        return unit.write(Set.of(client), stores -> {
            Register<T> register = kind.register().apply(stores);
            Optional<Stored<T>> before = register.find(client, id);
            if (before.isEmpty()) {
                return Kept.unknown();
            }
            T thing = before.get().thing();
            if (register.remove(client, id) != Written.DONE) {
                return Kept.refused(
                        new Objection(Objection.Reason.IN_USE, "", kind.number().apply(thing)));
            }
            record(
                    stores,
                    client,
                    actor,
                    kind.actions().removed(),
                    thing,
                    kind.described().apply(thing),
                    Map.of());
            return Kept.done(id, thing);
        });
    }

    private Objection objection(Written written, T thing) {
        String number = kind.number().apply(thing);
        return written == Written.NUMBER_TAKEN
                ? new Objection(Objection.Reason.NUMBER_TAKEN, NUMBER, number)
                : new Objection(kind.whenFixed(), NUMBER, number);
    }

    /** Only what has become another is told; where nothing has, nothing was done. */
    private void recordChange(Stores stores, ClientAccountId client, Actor actor, T before, T now) {
        Map<String, String> was = new LinkedHashMap<>(kind.described().apply(before));
        Map<String, String> is = new LinkedHashMap<>(kind.described().apply(now));
        Map<String, String> same = new LinkedHashMap<>(was);
        same.entrySet().retainAll(is.entrySet());
        was.keySet().removeAll(same.keySet());
        is.keySet().removeAll(same.keySet());
        if (!was.isEmpty() || !is.isEmpty()) {
            record(stores, client, actor, kind.actions().changed(), now, was, is);
        }
    }

    private void record(
            Stores stores,
            ClientAccountId client,
            Actor actor,
            AuditAction action,
            T thing,
            Map<String, String> before,
            Map<String, String> after) {
        stores.audit()
                .record(
                        client,
                        new AuditEvent(
                                clock.instant(), actor, action, kind.number().apply(thing), before, after));
    }
}
