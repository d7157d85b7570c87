package no.avstemt.persistence.report;

import java.time.LocalDate;

/**
 * The lines asked for on one account and day.
 *
 * @param lines how many; never 0
 * @param moved øre in ledger sign
 */
record LineDay(LocalDate day, long lines, long moved) {}
