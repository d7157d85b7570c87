package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * What somebody decided about a ledger.
 *
 * @param granted whether the keys may see it
 * @param heldBackFrom what is of this ledger date or later is not told yet
 * @param quiet dates on which no customer pays
 * @param closed sales units by handle, and the first date on which nothing is sold there any more
 * @param joined sales units by handle, with their names, that the list also shows; nothing is sold there
 * @param cardsElsewhere the first date from which cards at a till go to another acquirer: their sales have no row on the
 *     ledger (vipps-apis.md 7.2, Q9)
 * @param payoutAccount that the list tells instead of the merchant's own
 */
record Circumstances(
        boolean granted,
        Optional<LocalDate> heldBackFrom,
        Set<LocalDate> quiet,
        Map<String, LocalDate> closed,
        Map<String, String> joined,
        Optional<LocalDate> cardsElsewhere,
        Optional<String> payoutAccount) {
    static final Circumstances ORDINARY =
            new Circumstances(true, Optional.empty(), Set.of(), Map.of(), Map.of(), Optional.empty(), Optional.empty());
    private static final String PAYOUT_ACCOUNT = "payout_account";
    private static final String JOINED_UNITS = "joined_units";
    private static final String CARDS_ELSEWHERE = "cards_elsewhere_from";
    private static final List<String> MEMBERS = List.of(
            "granted", "held_back_from", "quiet_dates", "closed_units", JOINED_UNITS, CARDS_ELSEWHERE, PAYOUT_ACCOUNT);

    Circumstances {
        quiet = Set.copyOf(quiet);
        closed = Map.copyOf(closed);
        joined = Map.copyOf(joined);
    }

    /**
     * What is not given stays. What has been told never changes at Vipps, so quiet dates and closings lie ahead.
     *
     * @param until the last date that has been told
     */
    Circumstances changed(Fields fields, LedgerIdentity ledger, LocalDate until) {
        fields.only(MEMBERS);
        return new Circumstances(
                fields.flag("granted").orElse(granted),
                fields.has("held_back_from") ? fields.date("held_back_from") : heldBackFrom,
                fields.has("quiet_dates") ? quiet(fields.dates("quiet_dates"), until) : quiet,
                fields.has("closed_units") ? closed(fields.datesByName("closed_units"), ledger, until) : closed,
                fields.has(JOINED_UNITS) ? joined(fields.textsByName(JOINED_UNITS), ledger) : joined,
                fields.has(CARDS_ELSEWHERE) ? cards(fields.date(CARDS_ELSEWHERE), until) : cardsElsewhere,
                fields.has(PAYOUT_ACCOUNT) ? fields.text(PAYOUT_ACCOUNT) : payoutAccount);
    }

    private Set<LocalDate> quiet(List<LocalDate> given, LocalDate until) {
        Set<LocalDate> dates = new TreeSet<>(given);
        quiet.stream().filter(date -> !date.isAfter(until)).forEach(dates::add);
        for (LocalDate date : dates) {
            checkAhead("quiet_dates", date, until, quiet.contains(date));
        }
        return dates;
    }

    private Map<String, LocalDate> closed(Map<String, LocalDate> given, LedgerIdentity ledger, LocalDate until) {
        Map<String, LocalDate> dates = new TreeMap<>(given);
        closed.forEach((handle, date) -> {
            if (!date.isAfter(until)) {
                dates.put(handle, date);
            }
        });
        dates.forEach((handle, date) -> {
            if (!ledger.settlesFor(handle)) {
                throw Refused.control("closed_units: ledger " + ledger.ledgerId() + " does not settle for " + handle
                        + ", but for "
                        + String.join(
                                ", ",
                                ledger.units().stream().map(SalesUnit::handle).toList()));
            }
            checkAhead("closed_units", date, until, date.equals(closed.get(handle)));
        });
        return dates;
    }

    private Optional<LocalDate> cards(Optional<LocalDate> given, LocalDate until) {
        boolean ends = cardsElsewhere.filter(date -> !date.isAfter(until)).isPresent();
        if (ends && !given.equals(cardsElsewhere)) {
            throw Refused.control(CARDS_ELSEWHERE + ": cards have gone elsewhere since " + cardsElsewhere.orElseThrow()
                    + ", and what was told never changes");
        }
        given.ifPresent(date -> checkAhead(CARDS_ELSEWHERE, date, until, ends));
        return given;
    }

    private static Map<String, String> joined(Map<String, String> given, LedgerIdentity ledger) {
        given.keySet().forEach(handle -> {
            if (!SalesUnit.isHandle(handle) || ledger.settlesFor(handle)) {
                throw Refused.control("joined_units: " + handle + " must be a handle as NO:77777 that ledger "
                        + ledger.ledgerId() + " does not have");
            }
        });
        return given;
    }

    private static void checkAhead(String name, LocalDate date, LocalDate until, boolean known) {
        if (!known && !date.isAfter(until)) {
            throw Refused.control(name + ": " + date + " has been told, and what was told never changes. Choose a date"
                    + " after " + until);
        }
    }

    LocalDate last(LocalDate until) {
        return heldBackFrom
                .map(date -> date.minusDays(1))
                .filter(last -> last.isBefore(until))
                .orElse(until);
    }

    /** A unit goes from the list as soon as nothing more can come of it. */
    List<SalesUnit> openUnits(LedgerIdentity ledger, LocalDate until) {
        return Stream.concat(
                        ledger.units().stream().filter(unit -> !isClosed(unit.handle(), until.plusDays(1))),
                        new TreeMap<>(joined)
                                .entrySet().stream().map(unit -> new SalesUnit(unit.getValue(), unit.getKey())))
                .toList();
    }

    Merchant asTrading(Merchant merchant) {
        boolean ordinary = quiet.isEmpty() && closed.isEmpty() && cardsElsewhere.isEmpty();
        return ordinary ? merchant : new ChangedMerchant(merchant, quiet, this::isClosed, this::isCardElsewhere);
    }

    private boolean isCardElsewhere(Movement movement, LocalDate date) {
        return movement.isPaidWith(Sale.Payment.CARD)
                && cardsElsewhere.filter(from -> !date.isBefore(from)).isPresent();
    }

    private boolean isClosed(String handle, LocalDate date) {
        return Optional.ofNullable(closed.get(handle))
                .filter(from -> !date.isBefore(from))
                .isPresent();
    }

    /** A merchant some of whose customers stay away, or pay elsewhere; what Vipps does by itself goes on. */
    private static final class ChangedMerchant implements Merchant {
        private final Merchant merchant;
        private final Set<LocalDate> quiet;
        private final BiPredicate<String, LocalDate> closed;
        private final BiPredicate<Movement, LocalDate> elsewhere;
        private final Set<String> neverTaken = new TreeSet<>();

        ChangedMerchant(
                Merchant merchant,
                Set<LocalDate> quiet,
                BiPredicate<String, LocalDate> closed,
                BiPredicate<Movement, LocalDate> elsewhere) {
            this.merchant = merchant;
            this.quiet = quiet;
            this.closed = closed;
            this.elsewhere = elsewhere;
            for (LocalDate date : quiet) {
                merchant.trade(date).stream()
                        .filter(movement -> movement.amount() > 0)
                        .forEach(movement -> neverTaken.add(movement.reference()));
            }
        }

        @Override
        public LedgerIdentity ledger() {
            return merchant.ledger();
        }

        @Override
        public int cutoff() {
            return merchant.cutoff();
        }

        /** An order that was never taken is not paid back later. */
        @Override
        public List<Movement> trade(LocalDate date) {
            if (quiet.contains(date)) {
                return List.of();
            }
            List<Movement> movements = new ArrayList<>(merchant.trade(date));
            movements.removeIf(movement -> neverTaken.contains(movement.reference())
                    || closed.test(ledger().units().get(movement.unit()).handle(), date));
            return movements;
        }

        @Override
        public boolean isOnLedger(Movement movement, LocalDate date) {
            return merchant.isOnLedger(movement, date) && !elsewhere.test(movement, date);
        }

        @Override
        public void addOddities(DayBook book) {
            merchant.addOddities(book);
        }

        @Override
        public void close(DayBook book) {
            merchant.close(book);
        }
    }
}
