/**
 * What JSON looks like on its way in and out: kinds of values, the fields of a body, the members of a resource.
 *
 * <p>One description is both read with and told in the API's description, so the two cannot differ. Reading is strict:
 * what is unknown, repeated, missing or of the wrong kind is a fault, named with its place ({@code lines[2].account}), and
 * all faults of a body are told at once. Amounts are whole øre and never pass through floating point. This package knows
 * nothing of HTTP.
 */
@NullMarked
package no.avstemt.web.api;

import org.jspecify.annotations.NullMarked;
