/**
 * Something an accountant should see: numbered, with its amount, its place and what to do. A number is never given to
 * another finding; a finding that is no longer made is retired, not deleted.
 */
@NullMarked
package no.avstemt.domain.finding;

import org.jspecify.annotations.NullMarked;
