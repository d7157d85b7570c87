package no.avstemt.vipps.simulator;

/** How a ledger stands between two dates: øre at Vipps, øre of fees (negative when owed), and the next payout's number. */
record Balances(long funds, long fees, int nextPayout) {
    static final Balances FIRST = new Balances(0, 0, 2_000_001);
}
