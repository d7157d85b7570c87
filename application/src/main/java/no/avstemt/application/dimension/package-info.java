/**
 * The values that a client's lines can be about beside their account: projects, departments, partners and the like.
 */
@NullMarked
package no.avstemt.application.dimension;

import org.jspecify.annotations.NullMarked;
