/**
 * The button that fetches from Vipps now. How far it is, is read from the database by the pages that show it.
 */
@NullMarked
package no.avstemt.web.sync;

import org.jspecify.annotations.NullMarked;
