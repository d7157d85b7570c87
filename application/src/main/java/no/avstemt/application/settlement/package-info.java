/**
 * Reading the Vipps ledgers: items and cursor are stored in one transaction, a row is stored once however often it is
 * fetched, and nothing once stored is changed.
 */
@NullMarked
package no.avstemt.application.settlement;

import org.jspecify.annotations.NullMarked;
