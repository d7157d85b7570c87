package no.avstemt.vipps.simulator;

/** A sale as the Sales API shows it: with the money it belongs to. */
record SoldMovement(Movement movement, Sale sale, String pspReference) {}
