package no.avstemt.vipps.simulator;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

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

    private Merchants() {}

    /** One of them, and how it trades now. */
    static Ledger ledger(LedgerIdentity identity, World world, UnaryOperator<Merchant> trading) {
        Merchant merchant = ALL.stream()
                .map(open -> open.apply(world))
                .filter(one -> one.ledger().equals(identity))
                .findFirst()
                .orElseThrow();
        return new Ledger(trading.apply(merchant), world);
    }

    static List<Ledger> ledgers(World world) {
        return ALL.parallelStream()
                .map(open -> new Ledger(open.apply(world), world))
                .toList();
    }
}
