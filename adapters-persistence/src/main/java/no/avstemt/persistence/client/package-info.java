/**
 * The register of client accounts and their charts. One statement for the overview of all of them.
 */
@NullMarked
package no.avstemt.persistence.client;

import org.jspecify.annotations.NullMarked;
