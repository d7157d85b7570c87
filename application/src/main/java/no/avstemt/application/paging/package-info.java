/**
 * Lists that are read a page at a time from the key of a row, forwards and back, so that a page costs the same wherever
 * it is and no row is shown twice or left out while others are added.
 */
@NullMarked
package no.avstemt.application.paging;

import org.jspecify.annotations.NullMarked;
