/**
 * What a line can be about beside its account: business partner, bank account, project, department, asset, tag, item. A
 * line has at most one value per type.
 */
@NullMarked
package no.avstemt.domain.dimension;

import org.jspecify.annotations.NullMarked;
