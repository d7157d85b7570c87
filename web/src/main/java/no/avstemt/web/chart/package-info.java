/**
 * Amounts by day as lines and bars, drawn on the server. A drawing holds shapes only; its labels are text beside it, so
 * that they keep their size however wide it is, and the figures behind it stand in a table.
 *
 * <p>Drawn in whole numbers: a day is ten units wide, the height a thousand.
 */
@NullMarked
package no.avstemt.web.chart;

import org.jspecify.annotations.NullMarked;
