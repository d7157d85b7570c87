/**
 * What client accounts have decided about how they are booked, as rows.
 */
@NullMarked
package no.avstemt.persistence.posting;

import org.jspecify.annotations.NullMarked;
