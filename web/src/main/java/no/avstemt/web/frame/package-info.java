/**
 * What surrounds every page about one client account: the rail with the client's pages, the switcher to the same page of
 * another client, bread crumbs, and how fresh the figures are. Only clients that the caller may see are named.
 */
@NullMarked
package no.avstemt.web.frame;

import org.jspecify.annotations.NullMarked;
