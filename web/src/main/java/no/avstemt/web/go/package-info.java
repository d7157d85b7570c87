/**
 * Going anywhere by a few words: clients by name or organisation number, and their pages. The palette of the keyboard
 * shows the same list as the page does.
 */
@NullMarked
package no.avstemt.web.go;

import org.jspecify.annotations.NullMarked;
