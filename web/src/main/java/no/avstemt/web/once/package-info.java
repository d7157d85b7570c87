/**
 * {@code Idempotency-Key}: every route of the API that changes something takes it.
 *
 * <p>The same key with the same request gives the stored answer again, marked {@code Idempotency-Replayed: true}; with
 * another request it is 409. The change and its stored answer are one transaction, so a program that dies has done both or
 * neither, and a request that is sent again after that is done once. While the first is still at work, a second one with
 * its key waits up to five seconds and is then 409. What was refused (4xx) or failed (5xx) changed nothing and is not kept.
 *
 * <p>What is of the office and not of a client account asks Vipps on its way, so its key is claimed first, and answered and
 * kept after: a second one meanwhile is 409 at once, and a program that died in between leaves the key free again after ten
 * minutes.
 */
@NullMarked
package no.avstemt.web.once;

import org.jspecify.annotations.NullMarked;
