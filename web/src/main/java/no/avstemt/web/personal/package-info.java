/**
 * Personal data of payments, for people and programs: whether a client account asks Vipps for it, why and for how long, and
 * what it says of one payment.
 */
@NullMarked
package no.avstemt.web.personal;

import org.jspecify.annotations.NullMarked;
