/**
 * The reader's favourites: of a client account on its reports, where they are made, and on its front page; of several client
 * accounts on the page of their reports.
 */
@NullMarked
package no.avstemt.web.favourite;

import org.jspecify.annotations.NullMarked;
