package no.avstemt.vipps.simulator;

import java.util.List;
import java.util.function.Function;

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

    static List<Ledger> ledgers(World world) {
        return ALL.parallelStream()
                .map(open -> new Ledger(open.apply(world), world))
                .toList();
    }
}
