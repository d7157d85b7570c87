/**
 * Tables that people bring from a spreadsheet: pasted into a form, or chosen as a file of at most one mebibyte. A file is
 * read as UTF-16 where its mark says so, as UTF-8, or else as Windows-1252, which is what Excel writes; what is no text is
 * refused.
 */
@NullMarked
package no.avstemt.web.table;

import org.jspecify.annotations.NullMarked;
