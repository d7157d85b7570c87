package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Everyone who sells here. A new merchant is its class and its line. */
final class Merchants {
    static final List<Function<World, Merchant>> ALL = List.of(
            CafeMerchant::new,
            WebShopMerchant::new,
            ConcertMerchant::new,
            SportsClubMerchant::new,
            BookshopMerchant::new,
            MuseumTillMerchant::new,
            ClimbingShopMerchant::new,
            FloristMerchant::new,
            KayakMerchant::new);

    /** Those who sell only in a world of all kinds. */
    static final List<Function<World, Merchant>> MORE =
            List.of(NightClubMerchant::new, NeighbourMerchant::danish, NeighbourMerchant::finnish);

    private Merchants() {}

    static List<String> ledgerIds() {
        World anyone = new World(0, LocalDate.EPOCH, LocalDate.EPOCH, 1);
        return Stream.concat(ALL.stream(), MORE.stream())
                .map(open -> open.apply(anyone).ledger().ledgerId())
                .toList();
    }

    /** One of them, and how it trades now. */
    static Ledger ledger(LedgerIdentity identity, World world, UnaryOperator<Merchant> trading) {
        Merchant merchant = Stream.concat(ALL.stream(), MORE.stream())
                .map(open -> open.apply(world))
                .filter(one -> one.ledger().equals(identity))
                .findFirst()
                .orElseThrow();
        return new Ledger(trading.apply(merchant), world);
    }

    static List<Ledger> ledgers(World world) {
        return ledgers(world, ALL);
    }

    static List<Ledger> ledgers(World world, List<Function<World, Merchant>> merchants) {
        return merchants.parallelStream()
                .map(open -> new Ledger(open.apply(world), world))
                .toList();
    }
}
