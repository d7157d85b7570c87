/**
 * The client account: the merchant whose books we keep, its sales units and what onboarding asked about them.
 */
@NullMarked
package no.avstemt.domain.client;

import org.jspecify.annotations.NullMarked;
