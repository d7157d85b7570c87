/** The chart of accounts over HTTP, its pages and its resources, on real books in a real database. */
@NullMarked
package no.avstemt.web.account;

import org.jspecify.annotations.NullMarked;
