/**
 * The watch over ledgers in use: what Vipps lists is compared with what is held to be right, and silence with the days on
 * which there always are sales. What is found closes itself when it is over; a change may also be confirmed by a person.
 */
@NullMarked
package no.avstemt.application.watch;

import org.jspecify.annotations.NullMarked;
