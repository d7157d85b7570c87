/**
 * Reports: what each asks for, and how it is built from the books as a typed table. One class per report, listed in
 * {@link no.avstemt.application.report.Reports}; formats are written elsewhere, from the same table.
 *
 * <p>A report reads one unchanging moment of the books, and its seal tells, without reading a line, whether it would
 * come out the same as before. Of several client accounts it is the reports of each, one after the other, from one moment
 * of all their books.
 */
@NullMarked
package no.avstemt.application.report;

import org.jspecify.annotations.NullMarked;
