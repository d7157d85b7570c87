/**
 * What Vipps tells of the person who paid (name, masked phone number and message) and of the customer of a sale (name,
 * phone number and e-mail). It is asked for only where a client account has chosen so with a reason, stands apart from all
 * that is booked and hashed, and is deleted after a time.
 */
@NullMarked
package no.avstemt.application.personal;

import org.jspecify.annotations.NullMarked;
