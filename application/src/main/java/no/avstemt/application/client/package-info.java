/**
 * Taking a merchant into use, and what the office sees of all its client accounts.
 */
@NullMarked
package no.avstemt.application.client;

import org.jspecify.annotations.NullMarked;
