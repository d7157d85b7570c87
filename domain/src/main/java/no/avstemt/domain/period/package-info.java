/**
 * The accounting month: open, held, closed. A month is open until something is said of it; a held one takes entries that
 * say why; a closed one takes none, on any path. Once a month is closed, everything before it that has never been opened
 * again is closed with it, since an earlier entry would change what the closed month opened with.
 */
@NullMarked
package no.avstemt.domain.period;

import org.jspecify.annotations.NullMarked;
