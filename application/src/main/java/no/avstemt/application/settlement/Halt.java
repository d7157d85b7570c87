package no.avstemt.application.settlement;

import java.time.Instant;

/**
 * A part of a ledger that failed and has not succeeded since.
 *
 * @param at when it failed last
 * @param retry when it is asked again
 */
public record Halt(Instant at, Trouble why, Retry retry) {}
