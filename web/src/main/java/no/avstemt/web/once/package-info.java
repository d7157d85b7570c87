/**
 * {@code Idempotency-Key}: every route of the API that changes something of a client account takes it.
 *
 * <p>The same key with the same request gives the stored answer again, marked {@code Idempotency-Replayed: true}; with
 * another request it is 409. The change and its stored answer are one transaction, so a program that dies has done both or
 * neither, and a request that is sent again after that is done once. While the first is still at work, a second one with
 * its key waits up to five seconds and is then 409. What was refused (4xx) or failed (5xx) changed nothing and is not kept.
 */
@NullMarked
package no.avstemt.web.once;

import org.jspecify.annotations.NullMarked;
