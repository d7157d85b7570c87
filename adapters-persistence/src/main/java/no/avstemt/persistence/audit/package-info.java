/** The processing history, only ever added to: the program's role may neither change nor delete it. */
@NullMarked
package no.avstemt.persistence.audit;

import org.jspecify.annotations.NullMarked;
