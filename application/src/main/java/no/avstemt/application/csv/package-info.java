/**
 * Comma-separated text, as RFC 4180 and as spreadsheets write it, read a row at a time in constant memory; small tables
 * are read whole.
 */
@NullMarked
package no.avstemt.application.csv;

import org.jspecify.annotations.NullMarked;
