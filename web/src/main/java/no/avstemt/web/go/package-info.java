/**
 * Going anywhere by a few words: clients by name or organisation number, their pages, and the office's. The palette of the
 * keyboard shows the same list as the page does.
 */
@NullMarked
package no.avstemt.web.go;

import org.jspecify.annotations.NullMarked;
