package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;

/** Every ledger as it stands now. Each answer sees one state of it; changes come one after another. */
final class Ledgers {
    private volatile State state;

    /** @param allKinds whether also those trade who are in no other world */
    Ledgers(World world, boolean allKinds) {
        List<Ledger> ledgers = new ArrayList<>(Merchants.ledgers(world));
        if (allKinds) {
            ledgers.addAll(Merchants.ledgers(world, Merchants.MORE));
        }
        state = new State(
                world,
                ledgers.stream()
                        .map(ledger -> new Standing(ledger, ledger, Circumstances.ORDINARY))
                        .toList());
    }

    /**
     * A ledger, and what of it is told now.
     *
     * @param told the same, or only up to the date from which it is held back
     */
    record Standing(Ledger whole, Ledger told, Circumstances circumstances) {

        LedgerIdentity identity() {
            return whole.identity();
        }

        List<SalesUnit> openUnits() {
            return circumstances.openUnits(identity(), whole.last());
        }

        private Standing changed(Circumstances other, World world) {
            boolean sameRows = other.quiet().equals(circumstances.quiet())
                    && other.closed().equals(circumstances.closed())
                    && other.cardsElsewhere().equals(circumstances.cardsElsewhere())
                    && whole.last().equals(world.until());
            Ledger ledger = sameRows ? whole : Merchants.ledger(identity(), world, other::asTrading);
            return new Standing(ledger, ledger.toldUntil(other.last(world.until())), other);
        }
    }

    private record State(World world, List<Standing> standings) {
        State {
            standings = List.copyOf(standings);
        }
    }

    /** An accounting partner needs the merchant's grant; a sales unit's own keys need none. */
    List<Standing> seenWith(KeySet keys) {
        boolean needsGrant = keys.unit().isEmpty();
        return state.standings().stream()
                .filter(one -> keys.opens(one.identity()))
                .filter(one -> one.circumstances().granted() || !needsGrant)
                .toList();
    }

    /** Also those that no keys may see. */
    List<Ledger> all() {
        return state.standings().stream().map(Standing::told).toList();
    }

    Optional<Ledger> told(String ledgerId, KeySet keys) {
        return seenWith(keys).stream()
                .map(Standing::told)
                .filter(ledger -> ledger.identity().ledgerId().equals(ledgerId))
                .findFirst();
    }

    synchronized void change(String ledgerId, Fields fields) {
        if (state.standings().stream()
                .noneMatch(one -> one.identity().ledgerId().equals(ledgerId))) {
            throw Refused.noSuchControl("There is no ledger " + ledgerId);
        }
        World world = state.world();
        state = new State(
                world,
                each(one -> one.identity().ledgerId().equals(ledgerId)
                        ? one.changed(one.circumstances().changed(fields, one.identity(), world.until()), world)
                        : one));
    }

    /** The world goes on for so many days. */
    synchronized void addDays(int days) {
        World world = state.world().longer(days);
        if (world.days() > SimulatorSettings.MAX_DAYS) {
            throw Refused.control("days: a world may have " + SimulatorSettings.MAX_DAYS + " days, and this one has "
                    + state.world().days());
        }
        state = new State(world, each(one -> one.changed(one.circumstances(), world)));
    }

    private List<Standing> each(UnaryOperator<Standing> change) {
        return state.standings().stream().map(change).toList();
    }

    LocalDate until() {
        return state.world().until();
    }

    void write(JsonGenerator json) {
        State now = state;
        json.writeStringProperty("until", now.world().until().toString());
        json.writeArrayPropertyStart("ledgers");
        now.standings().forEach(one -> write(one, json));
        json.writeEndArray();
    }

    private static void write(Standing standing, JsonGenerator json) {
        Circumstances circumstances = standing.circumstances();
        json.writeStartObject();
        json.writeStringProperty("ledger_id", standing.identity().ledgerId());
        json.writeStringProperty("name", standing.identity().name());
        json.writeBooleanProperty("granted", circumstances.granted());
        json.writeStringProperty("told_until", standing.told().last().toString());
        circumstances.payoutAccount().ifPresent(account -> json.writeStringProperty("payout_account", account));
        circumstances
                .cardsElsewhere()
                .ifPresent(date -> json.writeStringProperty("cards_elsewhere_from", date.toString()));
        circumstances.heldBackFrom().ifPresent(date -> json.writeStringProperty("held_back_from", date.toString()));
        json.writeArrayPropertyStart("quiet_dates");
        circumstances.quiet().stream().sorted().map(LocalDate::toString).forEach(json::writeString);
        json.writeEndArray();
        json.writeObjectPropertyStart("closed_units");
        circumstances.closed().forEach((handle, date) -> json.writeStringProperty(handle, date.toString()));
        json.writeEndObject();
        json.writeObjectPropertyStart("joined_units");
        circumstances.joined().forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeEndObject();
    }
}
