/** The keys of requests and the answers they got, on PostgreSQL: waiting for a key is waiting for its row. */
@NullMarked
package no.avstemt.persistence.once;

import org.jspecify.annotations.NullMarked;
