/** Personal data of payments, in a table of its own that rows are deleted from. */
@NullMarked
package no.avstemt.persistence.personal;

import org.jspecify.annotations.NullMarked;
