/**
 * Findings, open once per code, ledger and subject.
 */
@NullMarked
package no.avstemt.persistence.finding;

import org.jspecify.annotations.NullMarked;
